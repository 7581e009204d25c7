"""What the worker does with letters; each may run twice and does its work once."""

from celery import shared_task

from recruitment.notifications import actions
from recruitment.notifications.models import Letter


@shared_task(name="notifications.deliver")
def deliver(pk: int) -> None:
    """Post one letter."""
    actions.deliver(pk)


@shared_task(name="notifications.sweep", expires=60)
def sweep() -> None:
    """Post what waits: letters whose task was lost, and those whose next try has come."""
    for pk in Letter.objects.due().order_by("next_try_at").values_list("pk", flat=True)[:500]:
        actions.deliver(pk)
