"""The verbs about references: ask, remind, withdraw the request, answer, decline, and receive on paper."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify, write_to
from recruitment.notifications.kinds import Kind
from recruitment.policy.queries import value
from screening.applications.models import Application, Referee, Reference
from screening.applications.permissions import is_candidate, may_receive_reference
from screening.applications.signing import token_of
from screening.applications.states import LIVE


@contextmanager
def _settling(referee: Referee) -> Iterator[Referee]:
    """Lock one referee; whoever comes second finds what the first one did."""
    with transaction.atomic():
        rows = Referee.objects.select_for_update(of=("self",)).select_related("application__position", "application__candidate")
        locked = rows.get(pk=referee.pk)
        if locked.is_answered or locked.withdrawn_at or locked.application.state not in LIVE:
            raise Refused(_("This request for a reference is closed."), subject=locked.application)
        yield locked
        locked.save()


def ask(referee: Referee, *, by: User) -> None:
    """Write to a referee, with a link that expires; again only when the last link has expired."""
    with _settling(referee) as locked:
        if not is_candidate(locked.application, by):
            raise Refused(_("Only the applicant can ask for this reference."), subject=locked.application)
        if not locked.may_be_asked or not (locked.email and locked.language):
            raise Refused(_("This person was asked already, or their address is missing."), subject=locked.application)
        locked.asked_at, locked.reminded_at = timezone.now(), None
        locked.expires_at = _end_of_day(timezone.localdate() + datetime.timedelta(days=value("reference.link_days")))
        record("screening.referee.ask", locked, by=by, data={"application": str(locked.application.uuid)})
        _write(locked, Kind.REFERENCE_ASKED)


def ask_all(application: Application, *, by: User) -> None:
    """Whoever was named and not asked yet is asked when the application is handed in."""
    for referee in application.referees.filter(asked_at=None, withdrawn_at=None).exclude(email="").exclude(language=""):
        ask(referee, by=by)


def _end_of_day(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time()))


def _write(referee: Referee, kind: Kind) -> None:
    """A letter to somebody without an account, in the language that the candidate named."""
    application = referee.application
    with translation.override(referee.language):
        title, page = application.position.title, reverse("applications:reference", args=[token_of(referee)])
    write_to(
        referee.email,
        kind,
        about=referee,
        language=referee.language,
        recipient=referee.name,
        applicant=getattr(application, "identity", None) or application.candidate.display_name,
        position_title=title,
        until_on=timezone.localdate(referee.expires_at) - datetime.timedelta(days=1),
        answer_url=settings.SITE_URL + page,
    )


def remind(referee: Referee, *, by: User) -> None:
    """Once, some days before the link expires."""
    with _settling(referee) as locked:
        if locked.reminded_at or not locked.is_waiting:
            raise Refused(_("This request for a reference is closed."), subject=locked.application)
        locked.reminded_at = timezone.now()
        record("screening.referee.remind", locked, by=by)
        _write(locked, Kind.REFERENCE_REMINDED)


def withdraw_request(referee: Referee, *, by: User) -> None:
    """The candidate no longer wants this person asked; the link is dead from now on."""
    with _settling(referee) as locked:
        if not is_candidate(locked.application, by) or not locked.may_be_withdrawn:
            raise Refused(_("This request for a reference is closed."), subject=locked.application)
        locked.withdrawn_at = timezone.now()
        record("screening.referee.withdraw", locked, by=by)


def answer(referee: Referee, *, answers: dict[str, str], by: User) -> None:
    """Keep what the referee said; the candidate learns that it came and nothing else."""
    with _settling(referee) as locked:
        if not locked.is_waiting:
            raise Refused(_("This request for a reference is closed."), subject=locked.application)
        Reference.objects.create(referee=locked, **answers)
        locked.answered_at = timezone.now()
        record("screening.referee.answer", locked, by=by)
        _tell(locked, Kind.REFERENCE_RECEIVED)


def decline_reference(referee: Referee, *, by: User) -> None:
    """The referee cannot or does not want to answer."""
    with _settling(referee) as locked:
        if not locked.is_waiting:
            raise Refused(_("This request for a reference is closed."), subject=locked.application)
        locked.declined_at = timezone.now()
        record("screening.referee.decline", locked, by=by)
        _tell(locked, Kind.REFERENCE_DECLINED)


def receive_on_paper(referee: Referee, *, recommendation: str, note: str, by: User) -> None:
    """An officer records a reference that came by post; the paper itself lies in the paper file."""
    with _settling(referee) as locked:
        if not may_receive_reference(locked.application, by):
            raise Refused(_("Only an officer of the department can record this."), subject=locked.application)
        Reference.objects.create(referee=locked, recommendation=recommendation, strengths=note, came_on_paper=True, recorded_by=by)
        locked.answered_at = timezone.now()
        record("screening.referee.receive_on_paper", locked, by=by)
        _tell(locked, Kind.REFERENCE_RECEIVED)


def _tell(referee: Referee, kind: Kind) -> None:
    notify(referee.application.candidate, kind, about=referee.application, referee=referee.name)


def read_reference(referee: Referee, *, by: User) -> None:
    """An officer looked at what a referee said."""
    with transaction.atomic():
        record("screening.referee.read", referee, by=by)
