"""What time does to files that stay in the candidate's hands."""

import datetime
import logging

from celery import shared_task
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from positions.models import Correction
from recruitment.accounts.models import User
from recruitment.calendar.queries import working_days
from recruitment.core.refusals import Refused
from recruitment.policy.queries import value
from screening.applications import actions
from screening.applications.conditions import is_missed, standing_promise, window_closed_before
from screening.applications.inventory import lapsing
from screening.applications.models import Application, Referee, WarningStep
from screening.applications.states import LIVE

log = logging.getLogger(__name__)

BATCH = 200


@shared_task(name="applications.lapse_due", expires=300)
def lapse_due() -> int:
    """Let drafts of closed posts and unanswered requests lapse, so many at a time; returns how many did."""
    robot, lapsed = User.objects.robot(), 0
    for application in (
        Application.objects.overdue(window_closed_before()).select_related("candidate", "position__department").order_by("pk")[:BATCH]
    ):
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


@shared_task(name="applications.restore_due", expires=60)
def restore_due() -> int:
    """Files that were opened for changes and not handed in again: the version handed in counts. Returns how many."""
    robot, restored = User.objects.robot(), 0
    for application in Application.objects.unfinished().order_by("pk")[:BATCH]:
        try:
            actions.restore(application, by=robot)
        except TransitionNotAllowed:
            log.info("Application %s was handed in at the last moment.", application.pk)
        else:
            restored += 1
    return restored


@shared_task(name="applications.find_missed_promises", expires=3600)
def find_missed_promises() -> int:
    """Look at every running clock once a day; returns how many promises were missed since the last look."""
    robot, calendar, found = User.objects.robot(), working_days(), []
    running = Application.objects.with_running_clock().filter(moved_at__lt=timezone.now() - datetime.timedelta(days=1))
    rows = running.select_related("candidate", "position__round", "position__department").prefetch_related("missed_promises")
    for application in rows.iterator(chunk_size=BATCH):
        if is_missed(standing_promise(application, calendar)):
            missed = actions.miss_promise(application, calendar, by=robot)
            found += [missed] if missed else []
    actions.escalate(found)
    return len(found)


@shared_task(name="applications.purge_due", expires=3600)
def purge_due() -> int:
    """Announce what is to be deleted, and delete what was announced long enough ago; returns how many were deleted."""
    robot, warning = User.objects.robot(), datetime.timedelta(days=value("purge.warn_days"))
    days = {"kept": value("retention.application_withdrawn_days"), "idle": value("draft.inactive_days")}
    for application in Application.objects.purgeable(early=warning, **days).filter(purge_warned_at=None).order_by("pk")[:BATCH]:
        actions.warn_purge(application, on=timezone.localdate() + warning, by=robot)
    warned = Application.objects.purgeable(early=datetime.timedelta(0), **days).warned_before(timezone.now() - warning)
    purged = 0
    for application in warned.order_by("pk")[:BATCH]:
        actions.purge(application, by=robot)
        purged += 1
    return purged
