"""Where pages, sessions and counts are kept: Django's Redis cache, whose client is made once for a pool and not for every word with it."""

from contextlib import suppress
from functools import lru_cache

from django.contrib.sessions.backends import cached_db
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.exceptions import RedisError


class _Client(RedisCacheClient):
    """Some two hundred entries are copied to make one; it is safe between threads, for each command takes a connection of its own."""

    def __init__(self, servers, **options):
        super().__init__(servers, **options)
        self._client = lru_cache(self._client)


class KeptRedisCache(RedisCache):
    """The portal's cache."""

    _class = _Client


class SessionStore(cached_db.SessionStore):
    """Sessions stand in the database; the cache spares the way there, and nobody who signed in is turned away while it is gone.

    Django reads from the database then, and falls over writing what it read into the cache.
    """

    def load(self) -> dict:
        with suppress(RedisError):
            if (kept := self._cache.get(self.cache_key)) is not None:
                return kept
        row = self._get_session_from_db()
        if not row:
            return {}
        read = self.decode(row.session_data)
        with suppress(RedisError):
            self._cache.set(self.cache_key, read, self.get_expiry_age(expiry=row.expire_date))
        return read
