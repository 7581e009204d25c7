"""What beat asks of the planning office."""

from celery import shared_task
from django_fsm import TransitionNotAllowed

from positions import actions
from positions.models import Position
from recruitment.accounts.models import User
from recruitment.core.refusals import Refused


@shared_task(name="positions.close_due", expires=60)
def close_due() -> int:
    """Close every post whose deadline has passed; each by itself, so that one cannot hold up the others."""
    robot, closed = User.objects.robot(), 0
    for position in Position.objects.due().order_by("closes_at")[:200]:
        closed += close_one(position, robot)
    return closed


def close_one(position: Position, robot: User) -> bool:
    """False when somebody was faster: closed it, or extended its deadline after the list was drawn up."""
    try:
        actions.close_at_deadline(position, by=robot)
    except (TransitionNotAllowed, Refused):
        return False
    return True
