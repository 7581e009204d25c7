"""Where pages, sessions and counts are kept: Django's Redis cache, whose client is made once for a pool and not for every word with it."""

from functools import lru_cache

from django.core.cache.backends.redis import RedisCache, RedisCacheClient


class _Client(RedisCacheClient):
    """Some two hundred entries are copied to make one; it is safe between threads, for each command takes a connection of its own."""

    def __init__(self, servers, **options):
        super().__init__(servers, **options)
        self._client = lru_cache(self._client)


class KeptRedisCache(RedisCache):
    """The portal's cache."""

    _class = _Client
