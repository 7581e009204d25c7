"""Alive and ready: what an operator's probe asks."""

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.http import JsonResponse
from redis.exceptions import RedisError

from recruitment.core.tasks import HEARTBEAT_KEY


def healthz(request):
    """The process answers; nothing else is asked."""
    return JsonResponse({"status": "alive"})


def readyz(request):
    """Database, broker and a worker's heartbeat, each with a reason when it is missing."""
    checks = {"database": _database(), "broker": "", "worker": ""}
    try:
        if cache.get(HEARTBEAT_KEY) is None:
            checks["worker"] = "no heartbeat of a worker within 60 seconds"
    except RedisError as error:
        checks["broker"] = f"not reachable: {type(error).__name__}"
        checks["worker"] = "unknown while the broker is not reachable"
    ready = not any(checks.values())
    body = {"status": "ready" if ready else "not ready", "checks": {name: reason or "ok" for name, reason in checks.items()}}
    return JsonResponse(body, status=200 if ready else 503)


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except DatabaseError as error:
        return f"not reachable: {type(error).__name__}"
    return ""
