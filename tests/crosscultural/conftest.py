"""A sealed booklet, a panel of five, slots, and how far one candidate is."""

import pytest

from screening.assessors.states import PanelKind
from screening.crosscultural import actions
from screening.crosscultural.models import Booking, Booklet, Interview, Slot
from tests import assessments


@pytest.fixture
def panel(position, hr_officer, db):
    return assessments.panel(position, PanelKind.INTERVIEW, members=assessments.people(5), by=hr_officer)


@pytest.fixture
def booklet(position, hr_officer) -> Booklet:
    return actions.seal(assessments.draft_booklet(position), by=hr_officer)


@pytest.fixture
def slots(panel, hr_officer) -> list[Slot]:
    """Three, from the day after tomorrow."""
    return assessments.slots(panel, by=hr_officer)


@pytest.fixture
def interview(booklet, slots, panel, tested, hr_officer) -> Interview:
    """Invited; no slot chosen."""
    (interview,) = actions.invite(panel, by=hr_officer)
    return Interview.objects.get(pk=interview.pk)


@pytest.fixture
def booked(interview, slots, candidate) -> Interview:
    actions.book(interview, slot=slots[0], by=candidate)
    return interview


@pytest.fixture
def held(booked) -> Interview:
    """The slot has begun, and the booklet is open."""
    slot = Booking.objects.get(interview=booked, released_at=None).slot
    past = 60 * assessments.HOUR
    Slot.objects.filter(pk=slot.pk).update(starts_at=slot.starts_at - past, ends_at=slot.ends_at - past)
    assessments.booklet_opened(booked.booklet)
    return Interview.objects.get(pk=booked.pk)


@pytest.fixture
def seated(panel) -> list:
    """The panel's people, the chief assessor first."""
    return [membership.assessor for membership in panel.memberships.live()]
