"""What the clock does with interviews; it may run twice and does its work once."""

from celery import shared_task

from recruitment.accounts.models import User
from screening.crosscultural.actions import conduct


@shared_task(name="crosscultural.remind_due", expires=3600)
def remind_due() -> None:
    """Remind candidates and panels of tomorrow's interviews."""
    conduct.remind(by=User.objects.robot())
