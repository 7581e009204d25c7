"""Book and move: one slot, moved once, and the database decides who was first."""

import threading

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connections, transaction

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from screening.applications import actions as applications
from screening.assessors.actions import recuse
from screening.assessors.states import Ground
from screening.crosscultural import actions
from screening.crosscultural.models import Booking, Interview, Slot
from screening.crosscultural.states import MOVE_UNTIL
from tests import assessments
from tests.assessments import HOUR

SECOND = HOUR / 3600


def test_a_candidate_chooses_a_slot_and_gets_a_letter_in_their_language(interview, slots, candidate):
    booking = actions.book(interview, slot=slots[1], by=candidate)
    assert (booking.slot, booking.ordinal, booking.released_at) == (slots[1], 1, None)
    letter = Letter.objects.get(recipient=candidate, kind="interview_booked")
    assert letter.language == "de" and "Room 1" in letter.body
    assert Entry.objects.get(verb="screening.interview.book").data == {"slot": slots[1].pk}


def test_a_slot_can_be_moved_once(booked, slots, candidate):
    actions.move(booked, slot=slots[1], by=candidate)
    assert Booking.objects.get(interview=booked, released_at=None).slot == slots[1]
    with pytest.raises(Refused, match="moved once"):
        actions.move(booked, slot=slots[2], by=candidate)
    assert Booking.objects.get(interview=booked, released_at=None).slot == slots[1]
    assert Letter.objects.filter(kind="interview_booked").count() == 2


def test_the_old_slot_is_free_again_for_others(booked, slots, candidate, position, panel, hr_officer):
    other = assessments.file(position, 2, "tested")
    (second,) = actions.invite(panel, by=hr_officer)
    with pytest.raises(Refused, match="just taken"):
        actions.book(second, slot=slots[0], by=other.candidate)
    actions.move(booked, slot=slots[1], by=candidate)
    actions.book(second, slot=slots[0], by=other.candidate)


@pytest.mark.parametrize(("seconds", "allowed"), [(-1, True), (0, True), (1, False)])
def test_a_slot_can_be_moved_until_24_hours_before(booked, slots, candidate, seconds, allowed):
    with time_machine.travel(slots[0].starts_at - MOVE_UNTIL + seconds * SECOND, tick=False):
        if allowed:
            actions.move(booked, slot=slots[1], by=candidate)
        else:
            with pytest.raises(Refused, match="24 hours"):
                actions.move(booked, slot=slots[1], by=candidate)


@pytest.mark.parametrize(("seconds", "allowed"), [(-1, True), (0, False), (1, False)])
def test_a_slot_that_has_begun_cannot_be_chosen(interview, slots, candidate, seconds, allowed):
    with time_machine.travel(slots[0].starts_at + seconds * SECOND, tick=False):
        if allowed:
            actions.book(interview, slot=slots[0], by=candidate)
        else:
            with pytest.raises(Refused, match="cannot be chosen"):
                actions.book(interview, slot=slots[0], by=candidate)


def test_booking_twice_is_refused_and_so_is_moving_nothing(interview, slots, candidate):
    with pytest.raises(Refused, match="Choose a slot first"):
        actions.move(interview, slot=slots[0], by=candidate)
    actions.book(interview, slot=slots[0], by=candidate)
    with pytest.raises(Refused, match="already chosen"):
        actions.book(interview, slot=slots[1], by=candidate)


def test_a_slot_of_another_post_or_of_a_panel_that_lost_its_quorum_cannot_be_chosen(
    interview, tested, slots, candidate, seated, department, hr_officer, second_hr_officer
):
    from screening.assessors.states import PanelKind
    from tests import factories

    elsewhere = factories.published_position(department, author=hr_officer, reviewer=second_hr_officer)
    other = assessments.panel(elsewhere, PanelKind.INTERVIEW, members=assessments.people(3, "other"), by=hr_officer)
    (foreign, *_rest) = assessments.slots(other, by=hr_officer)
    with pytest.raises(Refused, match="cannot be chosen"):
        actions.book(interview, slot=foreign, by=candidate)
    for member in seated[:3]:
        recuse(tested, assessor=member, ground=Ground.CONFLICT, reason="A former colleague.", by=member)
    assert not Slot.objects.open_to(tested).exists()
    with pytest.raises(Refused, match="cannot be chosen"):
        actions.book(interview, slot=slots[0], by=candidate)


@pytest.mark.parametrize("who", ["rival", "outsider", "hr_officer", "assessor", "superuser"])
def test_nobody_books_or_moves_for_somebody_else(who, request, booked, slots):
    stranger = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        actions.book(booked, slot=slots[1], by=stranger)
    with pytest.raises(PermissionDenied):
        actions.move(booked, slot=slots[1], by=stranger)


def test_whoever_withdrew_chooses_no_slot(interview, tested, slots, candidate):
    applications.withdraw(tested, reason="", by=candidate)
    with pytest.raises(Refused, match="any more"):
        actions.book(interview, slot=slots[0], by=candidate)


def test_the_database_allows_one_live_booking_and_one_move(booked, slots):
    wrong = (
        {"slot": slots[0], "ordinal": 2},  # the slot is taken
        {"slot": slots[1], "ordinal": 2},  # the candidate has one
        {"slot": slots[1], "ordinal": 1, "released_at": slots[0].starts_at},  # the first choice is made once
        {"slot": slots[1], "ordinal": 3, "released_at": slots[0].starts_at},  # there is one move
    )
    for fields in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            Booking.objects.create(interview=booked, **fields)


@pytest.mark.django_db(transaction=True)
def test_two_candidates_who_press_at_the_same_moment_do_not_get_the_same_slot(interview, slots, candidate, position, panel, hr_officer):
    other = assessments.file(position, 2, "tested")
    (second,) = actions.invite(panel, by=hr_officer)
    start, outcomes = threading.Barrier(2), []

    def press(row, person):
        start.wait()
        try:
            outcomes.append(actions.book(row, slot=slots[0], by=person))
        except Refused as refusal:
            outcomes.append(str(refusal.sentence))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=press, args=pair) for pair in ((interview, candidate), (second, other.candidate))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Booking", "str"]
    assert Booking.objects.filter(slot=slots[0], released_at=None).count() == 1
    assert Interview.objects.count() == 2
