"""The verbs around an interview: note, register a recording, destroy it, remind."""

import datetime
from collections import defaultdict

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.core.spoken_dates import moment
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from recruitment.privacy.queries import has_consent
from recruitment.privacy.states import ConsentKind
from screening.assessors.models import Panel
from screening.crosscultural.conditions import is_ahead
from screening.crosscultural.models import Booking, Interview, Note, Recording, Sheet
from screening.crosscultural.permissions import may_destroy, may_register
from screening.crosscultural.states import OBSERVATION_SHORTEST

MOST = 500


def note(interview: Interview, *, text: str, by: User) -> Note:
    """Add a joint note of the panel; whoever writes one has locked their ratings."""
    mine = Interview.objects.rated_by(by).filter(pk=interview.pk)
    if not mine.exists():
        raise PermissionDenied
    with transaction.atomic():
        if not Sheet.objects.of(by).locked().filter(interview=interview).exists():
            raise Refused(_("Lock your ratings before you write joint notes."), subject=interview)
        if len(text.strip()) < OBSERVATION_SHORTEST:
            raise Refused(_("A joint note has at least 20 characters."), subject=interview)
        written = Note.objects.create(interview=interview, author=by, text=text.strip())
        record("screening.interview.note", interview, by=by)
    return written


def register(interview: Interview, *, place: str, keeper: str, keep_until: datetime.date, by: User) -> Recording:
    """Enter where a recording is kept, by whom and until when; without the candidate's separate consent there is none."""
    if not may_register(interview, by):
        raise PermissionDenied
    with moving(interview) as interview:
        booked = interview.bookings.live().select_related("slot").first()
        if booked is None or is_ahead(booked.slot):
            raise Refused(_("A recording is entered once the interview has begun."), subject=interview)
        if not has_consent(interview.application.candidate, ConsentKind.RECORDING, interview.application):
            raise Refused(_("The candidate has not consented to a recording. Nothing may be recorded or kept."), subject=interview)
        told = {"place": place, "keeper": keeper, "keep_until": keep_until}
        try:
            with transaction.atomic():
                recording = Recording.objects.create(interview=interview, registered_by=by, **told)
        except IntegrityError:
            raise Refused(_("The recording of this interview is already entered."), subject=interview) from None
        record("screening.interview.register", interview, by=by, data={"until": keep_until.isoformat()})
    return recording


def destroy(recording: Recording, *, by: User) -> Recording:
    """Say that a recording is destroyed; the line stays to show it."""
    if not may_destroy(recording, by):
        raise PermissionDenied
    with moving(recording) as recording:
        if recording.destroyed_at is not None:
            raise Refused(_("This recording is already destroyed."), subject=recording)
        recording.destroyed_at = timezone.now()
        record("screening.recording.destroy", recording, by=by)
    return recording


@transaction.atomic
def remind(*, by: User) -> int:
    """The day before: one letter to each candidate, and one to each member of a panel with all their hours; each booking once."""
    due = Booking.objects.to_remind().select_for_update(of=("self",), skip_locked=True).order_by("slot__starts_at")
    bookings = list(
        due.select_related("slot__panel__position", "interview__application__candidate", "interview__application__position")[:MOST]
    )
    panels: dict[Panel, list[Booking]] = defaultdict(list)
    for booking in bookings:
        notify(booking.interview.application.candidate, Kind.INTERVIEW_REMINDED, about=booking)
        panels[booking.slot.panel].append(booking)
    for panel, booked in panels.items():
        _remind_members(panel, booked)
    Booking.objects.filter(pk__in=[booking.pk for booking in bookings]).update(reminded_at=timezone.now())
    if bookings:
        record("screening.booking.remind", bookings[0], by=by, data={"number": len(bookings)})
    return len(bookings)


def _remind_members(panel: Panel, bookings: list[Booking]) -> None:
    """Who stepped back from a file reads nothing about it."""
    files = [booking.interview.application_id for booking in bookings]
    for membership in panel.memberships.live().select_related("assessor"):
        member = membership.assessor
        recused = set(member.recusals.filter(application__in=files).values_list("application", flat=True))
        with translation.override(member.language):
            mine = [booking for booking in bookings if booking.interview.application_id not in recused]
            items = [f"{booking.interview.code}: {moment(booking.slot.starts_at, member.time_zone)}" for booking in mine]
        if items:
            notify(member, Kind.PANEL_REMINDED, about=panel, items=items)
