"""Public pages for anonymous readers, kept in the cache per address, language and display, and forgotten on publication."""

import hashlib
import logging
from collections.abc import Callable
from contextlib import suppress
from functools import wraps

import redis
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from recruitment.core.context import Portal

GENERATION_KEY = "pages:generation"
# Pages say how many days are left and whether a post is open: a minute is the longest that they may be wrong.
SECONDS = 60
LONGEST_QUERY = 400
KEPT_HEADERS = ("Content-Type", "Content-Language", "Vary", "ETag", "X-Robots-Tag")
DOWN = (redis.RedisError, OSError)

logger = logging.getLogger(__name__)


def public_page(view: Callable) -> Callable:
    """Serve anonymous GET requests from the cache; everybody else, and everybody while the cache is down, from the view."""

    @wraps(view)
    def serve(request, *args, **kwargs):
        if not _is_anonymous_reading(request):
            return view(request, *args, **kwargs)
        key = _key(request)
        kept = _read(key) if key else None
        response = _restored(*kept) if kept else _rendered(view(request, *args, **kwargs))
        if not kept and _may_be_kept(response):
            response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
            _write(key, response)
        return _conditional(request, response)

    return serve


def purge() -> None:
    """Forget every public page as soon as the present transaction is committed."""
    transaction.on_commit(forget, robust=True)


def forget() -> None:
    """Let a new generation of pages begin."""
    with suppress(*DOWN):
        cache.add(GENERATION_KEY, 1, None)
        cache.incr(GENERATION_KEY)


def _is_anonymous_reading(request) -> bool:
    return request.method in ("GET", "HEAD") and settings.SESSION_COOKIE_NAME not in request.COOKIES


def _key(request) -> str | None:
    """Generation, language, display, path and sorted query; nothing when the query is too long or the cache is down."""
    query = request.META.get("QUERY_STRING", "")
    if len(query) > LONGEST_QUERY:
        return None
    try:
        generation = cache.get(GENERATION_KEY, 0)
    except DOWN:
        return None
    parts = [
        str(generation),
        get_language() or "",
        request.get_host(),
        "-".join(Portal(request).display),
        request.path,
        *sorted(query.split("&")),
    ]
    return f"pages:{hashlib.sha256(chr(10).join(parts).encode()).hexdigest()}"


def _read(key: str) -> tuple[bytes, dict] | None:
    try:
        return cache.get(key)
    except DOWN:
        return None


def _write(key: str | None, response) -> None:
    headers = {name: response[name] for name in KEPT_HEADERS if name in response}
    try:
        if key:
            cache.set(key, (response.content, headers), SECONDS)
    except DOWN as fault:
        logger.warning("public page not kept: %s", fault)


def _restored(content: bytes, headers: dict) -> HttpResponse:
    return HttpResponse(content, headers=headers)


def _rendered(response):
    if hasattr(response, "render") and not response.is_rendered:
        response.render()
    return response


def _may_be_kept(response) -> bool:
    """A whole page that sets no cookie and is the same for everybody."""
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "no-store" not in response.get("Cache-Control", "")
    )


def _conditional(request, response):
    """The browser asks again each time, and is told 304 when nothing changed."""
    if "ETag" not in response:
        return response
    response.setdefault("Cache-Control", "no-cache")
    return get_conditional_response(request, etag=response["ETag"], response=response)
