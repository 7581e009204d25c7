"""How often something may be asked: counters in the cache, under names that give nobody away; without the cache nothing is refused."""

from contextlib import suppress

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from redis.exceptions import RedisError

from recruitment.core import crypto


def place_of(request) -> str:
    """The address from which a request comes, as far as the proxies that are trusted tell it."""
    return get_adapter().get_client_ip(request)


def is_too_often(what: str, whose: str, *, most: int, seconds: int) -> bool:
    """Count one more; True once there were more than `most` within the seconds since the first."""
    key = f"limit:{what}:{crypto.blind_index(whose, purpose='limits')[:32]}"
    with suppress(RedisError, ValueError, OSError):
        cache.add(key, 0, seconds)
        return cache.incr(key) > most
    return False
