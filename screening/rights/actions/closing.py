"""Closing one's own account (Network Data Security Regulations Art. 23): at once for its owner, emptied when nothing obliges to keep it."""

import datetime

from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from positions.actions import unsubscribe
from positions.models import Alert, SavedPosition
from recruitment.accounts import actions as accounts
from recruitment.accounts.models import User
from recruitment.core import spoken_dates
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import write
from recruitment.notifications.kinds import Kind
from recruitment.policy.queries import value
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import ENDED, LIVE, State, WithdrawalReason
from screening.rights.permissions import why_it_stays

MONTH = datetime.timedelta(days=31)


@transaction.atomic
def close(*, by: User) -> None:
    """Drafts go, running applications are withdrawn, the owner is signed out everywhere; what is finished stays until its time is over."""
    if sentence := why_it_stays(by):
        raise Refused(sentence, subject=by)
    for application in Application.objects.of_candidate(by).live().order_by("pk"):
        if application.state == State.DRAFT:
            applications.discard(application, by=by)
        else:
            applications.withdraw(application, reason="", code=WithdrawalReason.OTHER, by=by)
    for alert in Alert.objects.of_address(by.email):
        unsubscribe(alert, by=by)
    SavedPosition.objects.filter(person=by).delete()
    with translation.override(by.language):
        told = {"recipient": by.display_name, "until_day": spoken_dates.day(kept_until(by, timezone.localdate()))}
        subject = render_to_string("rights/letters/closed_subject.txt", told).strip()
        body = render_to_string("rights/letters/closed_body.txt", told).strip()
    accounts.close(by, by=by)
    write(by.email, Kind.ACCOUNT, subject=subject, body=body, language=by.language)


def kept_until(person: User, closed_on: datetime.date) -> datetime.date:
    """The day on which name and address go: with an application that was decided when its time is over, otherwise after a few weeks."""
    handed_in = Application.objects.of_candidate(person).filter(purged_at=None, reference__isnull=False)
    if handed_in.exclude(state__in=(State.WITHDRAWN, *LIVE)).exists():
        return closed_on + value("retention.application_unsuccessful_months") * MONTH
    return closed_on + datetime.timedelta(days=value("retention.application_withdrawn_days"))


def release_due(*, by: User) -> int:
    """Empty the closed accounts whose time is over, so that their addresses are free again; returns how many."""
    released = 0
    for person in User.objects.closed().order_by("closed_at"):
        if kept_until(person, timezone.localdate(person.closed_at)) <= timezone.localdate():
            _release(person, by=by)
            released += 1
    return released


@transaction.atomic
def _release(person: User, *, by: User) -> None:
    for application in Application.objects.of_candidate(person).filter(purged_at=None, state__in=(State.DRAFT, *ENDED)).order_by("pk"):
        applications.purge(application, by=by)
    accounts.release(person, by=by)
