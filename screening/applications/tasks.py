"""What time does to files that stay in the candidate's hands."""

import logging

from celery import shared_task
from django_fsm import TransitionNotAllowed

from positions.models import Correction
from recruitment.accounts.models import User
from screening.applications import actions
from screening.applications.models import Application

log = logging.getLogger(__name__)

BATCH = 200


@shared_task(name="applications.lapse_due", expires=300)
def lapse_due() -> int:
    """Let drafts of closed posts and unanswered requests lapse, so many at a time; returns how many did."""
    robot, lapsed = User.objects.robot(), 0
    for application in Application.objects.overdue().select_related("candidate", "position__department").order_by("pk")[:BATCH]:
        try:
            actions.lapse(application, by=robot)
        except TransitionNotAllowed:
            log.info("Application %s was handed in at the last moment.", application.pk)
        else:
            lapsed += 1
    return lapsed


@shared_task(name="applications.tell_corrections", expires=300)
def tell_corrections() -> int:
    """Write to everybody who has a draft or a running file of a post that was corrected or extended; returns how many letters."""
    return sum(actions.tell_correction(correction) for correction in Correction.objects.untold()[:BATCH])
