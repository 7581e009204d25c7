"""What time does to proofs that are to follow."""

from celery import shared_task

from recruitment.accounts.models import User
from recruitment.policy.queries import value
from screening.qualification import actions
from screening.qualification.models import Check

BATCH = 200


@shared_task(name="qualification.watch_proofs", expires=3600)
def watch_proofs() -> int:
    """Remind of what is due soon, and tell of what is overdue, so many at a time; returns how many candidates and officers were written to."""
    robot = User.objects.robot()
    soon = Check.objects.to_remind(value("provision.reminder_days")).for_letters().order_by("due_on")[:BATCH]
    reminded = sum(actions.remind(check, by=robot) for check in soon)
    return reminded + actions.escalate(list(Check.objects.to_escalate().for_letters().order_by("due_on")[:BATCH]), by=robot)
