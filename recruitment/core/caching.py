"""Public pages for anonymous readers, kept in the cache per address, language and display, and forgotten on publication."""

import hashlib
import logging
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

import redis
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language_from_path

from recruitment.core.context import Portal

GENERATION_KEY = "pages:generation"
# Pages say how many days are left and whether a post is open: a minute is the longest that they may be wrong.
SECONDS = 60
LONGEST_QUERY = 400
KEPT_HEADERS = ("Content-Type", "Content-Language", "Vary", "ETag", "X-Robots-Tag")
DOWN = (redis.RedisError, OSError)

logger = logging.getLogger(__name__)


def public_page(view: Callable) -> Callable:
    """Mark a page as one that is the same for every anonymous reader and may be kept."""

    @wraps(view)
    def mark(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.is_public_page = True
        return response

    return mark


class PublicPages:
    """Hands out kept pages before sessions and the rest wake up; keeps those that are made on the way back."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not _is_anonymous_reading(request):
            return self.get_response(request)
        key = _key(request, *Portal(request).display)
        generation, kept = _look_up(key)
        if kept:
            return _conditional(request, HttpResponse(kept[0], headers=kept[1]))
        response = self.get_response(request)
        if _may_be_kept(response):
            response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
            _keep(key, generation, (response.content, {name: response[name] for name in KEPT_HEADERS if name in response}))
        return _conditional(request, response)


def remembered(request, make: Callable[[], Any]) -> Any:
    """A part of a page that is the same for every reader of this address, signed in or not; what `make` does not find is not kept."""
    key = _key(request, "part")
    generation, part = _look_up(key)
    if part is None:
        part = make()
        if part is not None:
            _keep(key, generation, part)
    return part


def purge() -> None:
    """Forget every public page as soon as the present transaction is committed."""
    transaction.on_commit(forget, robust=True)


def forget() -> None:
    """Let a new generation of pages begin."""
    with suppress(*DOWN):
        cache.add(GENERATION_KEY, 1, None)
        cache.incr(GENERATION_KEY)


def _is_anonymous_reading(request) -> bool:
    return (
        request.method in ("GET", "HEAD")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and get_language_from_path(request.path_info) is not None
    )


def _key(request, *apart: str) -> str:
    """Host, path with its language, sorted query, and what else keeps pages apart; nothing for an endless query."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > LONGEST_QUERY:
        return ""
    parts = [request.get_host(), request.path, *sorted(query.split("&")), *apart]
    return f"pages:{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()}"


def _look_up(key: str) -> tuple[int | None, Any]:
    """The present generation (none while the cache is down) and what it keeps under the key."""
    with suppress(*DOWN):
        found = cache.get_many([GENERATION_KEY, key])
        generation = found.get(GENERATION_KEY, 0)
        made, kept = found.get(key, (None, None))
        return generation, kept if made == generation else None
    return None, None


def _keep(key: str, generation: int | None, value: Any) -> None:
    """Under the generation in which the making began, so that what a publication overtook is never handed out."""
    if not key or generation is None:
        return
    try:
        cache.set(key, (generation, value), SECONDS)
    except DOWN as fault:
        logger.warning("public page not kept: %s", fault)


def _may_be_kept(response) -> bool:
    """A whole page, marked as public, that sets no cookie."""
    if not getattr(response, "is_public_page", False) or response.status_code != 200 or response.streaming:
        return False
    return not response.cookies and "no-store" not in response.get("Cache-Control", "")


def _conditional(request, response):
    """The browser asks again each time, and is told 304 when nothing changed."""
    if "ETag" not in response:
        return response
    response.setdefault("Cache-Control", "no-cache")
    return get_conditional_response(request, etag=response["ETag"], response=response)
