"""The candidate's and the panel's pages."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from screening.crosscultural import actions
from screening.crosscultural.models import Booking, Interview, Slot
from tests import assessments
from tests.assessments import rated, ratings


def page(name: str, *args) -> str:
    return reverse(f"crosscultural:{name}", args=args)


@pytest.fixture
def as_candidate(client, candidate):
    client.force_login(candidate)
    return client


def test_a_candidate_chooses_and_moves_a_slot_once(as_candidate, interview, slots):
    address = page("interview", interview.uuid)
    assert address in as_candidate.get(page("interviews")).content.decode()
    assert as_candidate.get(address).content.decode().count('type="radio"') == 3
    assert as_candidate.post(address, {"slot": slots[0].pk}).url == address
    after = as_candidate.get(address).content.decode()
    assert "Room 1" in after and after.count('type="radio"') == 2
    assert as_candidate.post(address, {"slot": slots[1].pk}).url == address
    last = as_candidate.get(address).content.decode()
    assert 'type="radio"' not in last and "cannot be moved again" in last


def test_pressing_twice_books_once(as_candidate, interview, slots):
    address = page("interview", interview.uuid)
    as_candidate.post(address, {"slot": slots[0].pk})
    as_candidate.post(address, {"slot": slots[0].pk})
    assert Booking.objects.count() == 1


@pytest.mark.parametrize("told", [{}, {"slot": ""}, {"slot": "999999"}, {"slot": "none"}])
def test_a_slot_that_is_not_there_is_refused_in_words(as_candidate, interview, told):
    response = as_candidate.post(page("interview", interview.uuid), told)
    assert response.status_code == 422
    assert "Error:" in response.content.decode()


def test_times_are_told_in_shanghai_and_in_the_readers_own_zone(as_candidate, candidate, interview):
    candidate.time_zone = "Europe/Berlin"
    candidate.save()
    told = as_candidate.get(page("interview", interview.uuid)).content.decode()
    assert "(Shanghai time)" in told and "(Berlin)" in told


def test_the_calendar_file_carries_shanghais_time_zone_and_the_move(as_candidate, booked, slots, candidate):
    address = page("calendar", booked.uuid)
    response = as_candidate.get(address)
    assert response["Content-Type"].startswith("text/calendar")
    calendar = Calendar.from_ical(response.content)
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == slots[0].starts_at.replace(microsecond=0)
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Shanghai"]
    assert event["sequence"] == 0
    actions.move(booked, slot=slots[1], by=candidate)
    moved = Calendar.from_ical(as_candidate.get(address).content).walk("VEVENT")[0]
    assert moved["sequence"] == 1 and moved["uid"] == event["uid"]
    assert moved.decoded("dtend") - moved.decoded("dtstart") == datetime.timedelta(minutes=45)


def test_without_a_booking_there_is_no_calendar_file(as_candidate, interview):
    assert as_candidate.get(page("calendar", interview.uuid)).status_code == 404


@pytest.mark.parametrize("who", ["rival", "outsider", "hr_officer", "assessor", "superuser"])
def test_an_interview_does_not_exist_for_others(client, request, booked, slots, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(page("interview", booked.uuid)).status_code == 404
    assert client.get(page("calendar", booked.uuid)).status_code == 404
    assert client.post(page("interview", booked.uuid), {"slot": slots[1].pk}).status_code == 404


@pytest.mark.parametrize("name", ["interviews", "panels"])
def test_without_an_account_one_is_led_to_the_sign_in(client, db, name):
    assert "/account/login" in client.get(page(name)).url


# --- the panel -----------------------------------------------------------------------------------------------------


def sheet(interview, points: int = 4, **other) -> dict:
    told = {}
    for dimension, (given, observation) in ratings(interview, points).items():
        told |= {f"points_{dimension}": given, f"observation_{dimension}": observation}
    return {**told, **other}


@pytest.fixture
def as_member(client, seated):
    client.force_login(seated[0])
    return client


def test_a_member_reads_the_questions_in_order_rates_and_locks(as_member, held):
    code = held.code
    assert page("sheet", code) in as_member.get(page("panels")).content.decode()
    told = as_member.get(page("sheet", code)).content.decode()
    assert told.index("Question 1 (en)") < told.index("Question 2 (en)") and "Middle (en)" in told
    assert as_member.post(page("sheet", code), sheet(held)).url == page("sheet", code)
    assert as_member.post(page("sheet", code), sheet(held, lock="1")).url == page("lock", code)
    assert as_member.get(page("lock", code)).status_code == 200
    assert as_member.post(page("lock", code)).url == page("sheet", code)
    assert "4.00 of 5" in as_member.get(page("sheet", code)).content.decode()


def test_ratings_of_others_are_seen_only_after_locking_ones_own(as_member, held, seated):
    told = dict.fromkeys(ratings(held, 2), (2, "Another member wrote this down."))
    actions.rate(held, ratings=told, by=seated[1])
    actions.lock(held, by=seated[1])
    assert "Another member wrote this down." not in as_member.get(page("sheet", held.code)).content.decode()
    rated(held, 4, by=seated[0])
    assert "Another member wrote this down." in as_member.get(page("sheet", held.code)).content.decode()


def test_questions_are_sealed_until_the_booklet_is_open_and_the_form_waits_for_the_hour(as_member, booked, slots):
    address, half_an_hour = page("sheet", booked.code), datetime.timedelta(minutes=30)
    sealed = as_member.get(address).content.decode()
    assert "Question 1" not in sealed and "The questions are sealed" in sealed
    Slot.objects.filter(pk=slots[0].pk).update(starts_at=timezone.now() + half_an_hour, ends_at=timezone.now() + 2 * half_an_hour)
    assessments.booklet_opened(booked.booklet)
    told = as_member.get(address).content.decode()
    assert "Question 1 (en)" in told and "observation_" not in told
    assert as_member.post(address, sheet(booked)).status_code == 409


def test_locking_with_gaps_keeps_what_was_typed(as_member, held):
    told = {**sheet(held, lock="1"), **dict.fromkeys([name for name in sheet(held) if name.startswith("observation")], "Too short.")}
    response = as_member.post(page("sheet", held.code), told)
    assert response.status_code == 422
    assert "Too short." in response.content.decode() and "at least 20 characters" in response.content.decode()


@pytest.mark.parametrize("points", ["0", "6", "many"])
def test_impossible_points_are_refused_in_words(as_member, held, points):
    dimension = held.booklet.dimensions.first()
    assert as_member.post(page("sheet", held.code), {f"points_{dimension.pk}": points}).status_code == 422


def test_stepping_back_makes_the_interview_vanish(as_member, held):
    assert as_member.post(page("step_back", held.code), {"reason": "We studied together for years."}).url == page("panels")
    assert held.code not in as_member.get(page("panels")).content.decode()
    for name in ("sheet", "lock", "step_back"):
        assert as_member.get(page(name, held.code)).status_code == 404
        assert as_member.post(page(name, held.code), sheet(held)).status_code == 404


@pytest.mark.parametrize("who", ["candidate", "rival", "hr_officer", "assessor", "oversight", "superuser"])
@pytest.mark.parametrize("name", ["sheet", "lock", "step_back"])
def test_a_sheet_does_not_exist_for_others(client, request, held, who, name):
    client.force_login(request.getfixturevalue(who))
    assert client.get(page(name, held.code)).status_code == 404
    assert client.post(page(name, held.code)).status_code == 404


def test_a_moved_interview_stands_once_on_the_desk(as_member, booked, slots, candidate):
    actions.move(booked, slot=slots[1], by=candidate)
    assert as_member.get(page("panels")).content.decode().count(page("sheet", booked.code)) == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_the_desk_needs_the_same_number_of_queries_for_one_interview_and_for_three(
    client, booklet, slots, panel, position, hr_officer, seated, rows, django_assert_num_queries
):
    files = {file.pk: file for file in (assessments.file(position, number, "tested") for number in range(rows))}
    for interview, slot in zip(actions.invite(panel, by=hr_officer), slots, strict=False):
        actions.book(interview, slot=slot, by=files[interview.application_id].candidate)
    client.force_login(seated[0])
    client.get(page("panels"))
    with django_assert_num_queries(DESK):
        assert client.get(page("panels")).content.decode().count('href="/en/panels/') == rows
    assert Interview.objects.count() == rows


DESK = 6
