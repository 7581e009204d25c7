"""What time does to requests that wait."""

from celery import shared_task

from recruitment.accounts.models import User
from screening.rights import actions


@shared_task(name="rights.escalate_due", expires=3600)
def escalate_due() -> int:
    """Bring overdue requests before those who answer them; returns how many."""
    return actions.escalate(by=User.objects.robot())


@shared_task(name="rights.release_due", expires=3600)
def release_due() -> int:
    """Empty accounts that were closed long enough ago; returns how many."""
    return actions.release_due(by=User.objects.robot())
