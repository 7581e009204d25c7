"""What time does to questions that wait."""

from celery import shared_task

from recruitment.accounts.models import User
from screening.oversight import actions


@shared_task(name="oversight.escalate_due", expires=3600)
def escalate_due() -> int:
    """Bring overdue questions before those who owe the answer and those who asked; returns how many."""
    return actions.escalate(by=User.objects.robot())
