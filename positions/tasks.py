"""What beat asks of the planning office."""

import datetime

from celery import shared_task
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from positions import actions
from positions.models import Alert, Position
from recruitment.accounts.models import User
from recruitment.core.refusals import Refused
from recruitment.policy import queries as policy


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


@shared_task(name="positions.tell_alerts", expires=600)
def tell_alerts() -> int:
    """Write to whoever asked to be told, where there is something new; each by itself."""
    robot, written = User.objects.robot(), 0
    for alert in Alert.objects.due()[:500]:
        written += actions.tell(alert, by=robot)
    return written


@shared_task(name="positions.forget_unconfirmed", expires=3600)
def forget_unconfirmed() -> int:
    """Delete searches that nobody confirmed in time, with their letters."""
    robot, limit = User.objects.robot(), datetime.timedelta(days=policy.value("alert.confirm_within_days"))
    stale = list(Alert.objects.unconfirmed_since(timezone.now() - limit)[:500])
    for alert in stale:
        actions.unsubscribe(alert, by=robot)
    return len(stale)
