"""The worker's heartbeat, by which /readyz knows that somebody is there to press and post."""

from celery import shared_task
from django.core.cache import cache
from django.utils import timezone

HEARTBEAT_KEY = "heartbeat"
HEARTBEAT_SECONDS = 60


@shared_task(name="core.heartbeat", expires=30)
def heartbeat() -> None:
    cache.set(HEARTBEAT_KEY, timezone.now().isoformat(), HEARTBEAT_SECONDS)
