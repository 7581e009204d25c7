"""What time does to invitations, and files that came after a panel was seated."""

import datetime
import logging

from celery import shared_task

from recruitment.accounts.models import User
from recruitment.core.refusals import Refused
from recruitment.policy.queries import value
from screening.applications.models import Application
from screening.assessors import actions
from screening.assessors.models import Invitation, Panel

log = logging.getLogger(__name__)

BATCH = 200


@shared_task(name="assessors.remind_invited", expires=300)
def remind_invited() -> int:
    """Write once more to people whose invitation ends soon; returns to how many."""
    robot, reminded = User.objects.robot(), 0
    before = datetime.timedelta(days=value("assessor.reminder_days"))
    for invitation in Invitation.objects.to_remind(before).order_by("expires_at")[:BATCH]:
        try:
            actions.remind(invitation, by=robot)
        except Refused:
            log.info("Invitation %s was answered at the last moment.", invitation.pk)
        else:
            reminded += 1
    return reminded


@shared_task(name="assessors.look_for_conflicts", expires=3600)
def look_for_conflicts() -> int:
    """Compare the members of every panel with the files that are still in the selection; returns how many questions are new."""
    robot = User.objects.robot()
    running = Application.objects.in_office().live().values("position")
    return sum(len(actions.probe(panel, by=robot)) for panel in Panel.objects.filter(position__in=running).select_related("position"))
