"""What time does to files that stay in the candidate's hands."""

import datetime
import logging

from celery import shared_task
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from positions.models import Correction
from recruitment.accounts.models import User
from recruitment.core.refusals import Refused
from recruitment.policy.queries import value
from screening.applications import actions
from screening.applications.inventory import lapsing
from screening.applications.models import Application, Referee, WarningStep
from screening.applications.states import LIVE

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


@shared_task(name="applications.remind_referees", expires=300)
def remind_referees() -> int:
    """Write once more to referees whose link ends soon; returns to how many."""
    robot, reminded = User.objects.robot(), 0
    waiting = Referee.objects.to_remind(value("reference.reminder_days")).filter(application__state__in=LIVE)
    for referee in waiting.order_by("expires_at")[:BATCH]:
        try:
            actions.remind(referee, by=robot)
        except Refused:
            log.info("Referee %s answered at the last moment.", referee.pk)
        else:
            reminded += 1
    return reminded


@shared_task(name="applications.watch_expiry", expires=3600)
def watch_expiry() -> int:
    """Write about every paper that stops counting soon, twice at most; returns how many letters were written."""
    robot, today = User.objects.robot(), timezone.localdate()
    second = today + datetime.timedelta(days=value("expiry.second_warning_days"))
    by_day = max(second, today + datetime.timedelta(days=value("expiry.first_warning_days")))
    return sum(
        actions.warn_of_expiry(lapse, WarningStep.SECOND if lapse.lapses_on <= second else WarningStep.FIRST, by=robot)
        for lapse in lapsing(by_day=by_day)
    )
