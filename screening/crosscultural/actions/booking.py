"""The verbs of coming together: offer slots, invite, book, move, extend."""

import datetime
from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from positions.models import Position
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications.models import Application
from screening.applications.states import State
from screening.assessors.models import QUORUM, Panel
from screening.assessors.states import PanelKind
from screening.crosscultural.conditions import is_ahead, is_movable
from screening.crosscultural.models import Booking, Booklet, Interview, Slot
from screening.crosscultural.permissions import is_own, may_extend, may_invite, may_offer
from screening.crosscultural.queries import panels_for
from screening.crosscultural.states import BOOKINGS, MOST_EXTRA, InterviewState

Times = Sequence[tuple[datetime.datetime, datetime.datetime]]


def offer(panel: Panel, *, times: Times, place: str = "", online_link: str = "", by: User) -> list[Slot]:
    """Offer slots of a panel: (begin, end) of each, at a place or in a video room."""
    if not may_offer(panel, by) or panel.kind != PanelKind.INTERVIEW:
        raise PermissionDenied
    with moving(panel) as panel:
        if panel.memberships.live().count() < QUORUM:
            raise Refused(_("The panel needs at least three members before slots are offered."), subject=panel)
        slots = [Slot(panel=panel, starts_at=begin, ends_at=end, place=place, online_link=online_link) for begin, end in times]
        try:
            with transaction.atomic():
                slots = Slot.objects.bulk_create(slots)
        except IntegrityError:
            raise Refused(_("The panel already has a slot at one of these times."), subject=panel) from None
        record("screening.panel.offer", panel, by=by, data={"number": len(slots)})
    return slots


def invite(panel: Panel, *, by: User) -> list[Interview]:
    """Ask every candidate who passed the test to choose a slot; done again it invites those who came later."""
    if not may_invite(panel, by):
        raise PermissionDenied
    with moving(panel) as panel:
        booklet = _booklet_of(panel.position)
        if booklet is None:
            raise Refused(_("Seal the question booklet first: everybody is asked the same."), subject=panel)
        if not panel.slots.free().exists():
            raise Refused(_("Offer slots first: there is none to choose."), subject=panel)
        tested = Application.objects.for_position(panel.position).filter(state=State.TESTED, interview=None)
        tested = tested.select_related("candidate", "arrangement")
        # A rejection that is proposed waits for a second person; until then the file has no place.
        tested = tested.exclude(rejection__isnull=False, rejection__approved_at=None)
        interviews = [_interview(application, booklet) for application in tested]
        for interview in Interview.objects.bulk_create(interviews):
            notify(interview.application.candidate, Kind.INTERVIEW_OPENED, about=interview)
        record("screening.panel.invite", panel, by=by, data={"number": len(interviews)})
    return interviews


def _interview(application: Application, booklet: Booklet) -> Interview:
    """With the extra time that was arranged, and nothing of why."""
    arranged = getattr(application, "arrangement", None)
    minutes = min(arranged.interview_minutes, MOST_EXTRA) if arranged else 0
    return Interview(application=application, booklet=booklet, code=application.candidate_code, extra_minutes=minutes)


def _booklet_of(position: Position) -> Booklet | None:
    """The booklet of those who were invited before: a post asks everybody the same, whatever is sealed meanwhile."""
    first = Interview.objects.filter(application__position=position).select_related("booklet").order_by("pk").first()
    return first.booklet if first else Booklet.objects.sealed_for(position).first()


def book(interview: Interview, *, slot: Slot, by: User) -> Booking:
    """The candidate chooses a slot."""
    with moving(interview) as interview:
        _refuse_foreign(interview, by)
        if interview.bookings.exists():
            raise Refused(_("You have already chosen a slot."), subject=interview)
        booking = _take(interview, slot, ordinal=1)
        notify(by, Kind.INTERVIEW_BOOKED, about=booking)
        record("screening.interview.book", interview, by=by, data={"slot": slot.pk})
    return booking


def move(interview: Interview, *, slot: Slot, by: User) -> Booking:
    """The candidate chooses another slot: once, and up to 24 hours before the first one."""
    with moving(interview) as interview:
        _refuse_foreign(interview, by)
        booked = interview.bookings.filter(released_at=None).select_related("slot").first()
        if booked is None:
            raise Refused(_("Choose a slot first."), subject=interview)
        if booked.ordinal == BOOKINGS:
            raise Refused(_("A slot can be moved once, and you have moved yours."), subject=interview)
        if not is_movable(booked.slot):
            raise Refused(_("A slot can be moved up to 24 hours before it begins."), subject=interview)
        booked.released_at = timezone.now()
        booked.save(update_fields=["released_at"])
        booking = _take(interview, slot, ordinal=BOOKINGS)
        notify(by, Kind.INTERVIEW_BOOKED, about=booking)
        record("screening.interview.move", interview, by=by, data={"from": booked.slot_id, "slot": slot.pk})
    return booking


def extend(interview: Interview, *, minutes: int, reason: str, by: User) -> Interview:
    """Give a candidate additional minutes in all: the effect of an adjustment, whose ground stays in the file."""
    if not may_extend(interview, by):
        raise PermissionDenied
    with moving(interview) as interview:
        booked = interview.bookings.live().select_related("slot").first()
        if interview.state != InterviewState.OPENED or (booked and not is_ahead(booked.slot)):
            raise Refused(_("Additional minutes are given before the interview begins."), subject=interview)
        if booked and not Slot.objects.filter(pk=booked.slot_id).with_room_for(minutes).exists():
            raise Refused(_("The panel's next slot begins too early for so many minutes. Let the candidate move first."), subject=interview)
        interview.extra_minutes = minutes
        record("screening.interview.extend", interview, by=by, data={"minutes": minutes, "reason": reason})
    return interview


def _refuse_foreign(interview: Interview, by: User) -> None:
    if not is_own(interview, by):
        raise PermissionDenied
    if interview.state != InterviewState.OPENED or interview.application.state != State.TESTED:
        raise Refused(_("Slots for this interview cannot be chosen any more."), subject=interview)


def _take(interview: Interview, slot: Slot, *, ordinal: int) -> Booking:
    """The database decides who was first; both see a sentence."""
    has_room = Slot.objects.filter(pk=slot.pk).with_room_for(interview.extra_minutes).exists()
    if not is_ahead(slot) or not has_room or slot.panel_id not in panels_for(interview.application):
        raise Refused(_("This slot cannot be chosen. Choose another one."), subject=interview)
    try:
        with transaction.atomic():
            return Booking.objects.create(interview=interview, slot=slot, ordinal=ordinal)
    except IntegrityError:
        raise Refused(_("Somebody else has just taken this slot. Choose another one."), subject=interview) from None
