"""Identify, pause, resume: the invigilator's verbs and pages; a clock that stands still takes nothing from anybody."""

import datetime
import threading

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.urls import reverse
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from screening.competence import actions, tasks
from screening.competence.models import Event, Sitting
from screening.competence.states import EventKind, PaperState, SittingState
from tests import assessments

MINUTE = datetime.timedelta(minutes=1)
SECOND = datetime.timedelta(seconds=1)
STRANGERS = ["candidate", "rival", "outsider", "assessor", "setter", "oversight", "foreign_hr_officer", "superuser"]


def again(sitting) -> Sitting:
    return Sitting.objects.get(pk=sitting.pk)


def page(name: str, *args) -> str:
    return reverse(f"competence:{name}", args=args)


def kinds(sitting) -> list[str]:
    return list(sitting.events.values_list("kind", flat=True))


@pytest.fixture
def invited(paper, qualified, hr_officer) -> Sitting:
    """Invited to a paper that is open; nobody has looked at the passport."""
    actions.invite(paper, by=hr_officer)
    assessments.opened(paper)
    return assessments.sitting(paper, qualified)


# --- identify ------------------------------------------------------------------------------------------------------


def test_nobody_starts_before_an_invigilator_has_compared_the_passport(invited, candidate, hr_officer):
    with pytest.raises(Refused, match="passport"):
        actions.start(invited, by=candidate)
    actions.identify(invited, by=hr_officer)
    actions.identify(again(invited), by=hr_officer)
    assert actions.start(again(invited), by=candidate).state == SittingState.STARTED
    assert Entry.objects.filter(verb="screening.sitting.identify").count() == 1
    with pytest.raises(Refused, match="before the start"):
        actions.identify(again(invited), by=hr_officer)


@pytest.mark.parametrize("who", STRANGERS)
def test_a_stranger_looks_after_nobody(who, request, client, started):
    stranger = request.getfixturevalue(who)
    for verb in (actions.pause, actions.resume):
        with pytest.raises(PermissionDenied):
            verb(started, reason="Please", by=stranger)
    with pytest.raises(PermissionDenied):
        actions.identify(started, by=stranger)
    client.force_login(stranger)
    assert client.get(page("room", started.paper.uuid)).status_code == 404
    for verb in ("identify", "pause", "resume", "extend"):
        assert client.get(page("invigilate", started.uuid, verb)).status_code == 404
        assert client.post(page("invigilate", started.uuid, verb), {"reason": "x", "minutes": 5}).status_code == 404
    assert started.paper.reference not in client.get(page("invigilation")).content.decode()


# --- pause and resume ----------------------------------------------------------------------------------------------


def test_a_clock_that_stands_still_ends_nothing_and_its_time_is_given_back(started, candidate, hr_officer, robot):
    end = started.ends_at
    with time_machine.travel(end - 10 * SECOND, tick=False):
        actions.pause(started, reason="Power cut", by=hr_officer)
    with time_machine.travel(end + 20 * MINUTE, tick=False):
        tasks.close_due()
        assert again(started).state == SittingState.STARTED
        actions.save(again(started), texts=assessments.texts(started, "On its way."), by=candidate)
        with pytest.raises(Refused, match="stands still"):
            actions.hand_in(again(started), by=candidate)
        actions.resume(again(started), reason="Light again", by=hr_officer)
    sitting = again(started)
    assert (sitting.ends_at, sitting.paused_at, sitting.paused_seconds) == (end + 20 * MINUTE + 10 * SECOND, None, 1210)
    assert kinds(sitting)[-2:] == [EventKind.PAUSED, EventKind.RESUMED]
    assert Entry.objects.get(verb="screening.sitting.pause").data == {"reason": "Power cut"}
    actions.extend(sitting, minutes=10, reason="Adjustment", by=hr_officer)
    assert again(sitting).ends_at == end + 30 * MINUTE + 10 * SECOND


def test_a_clock_is_stopped_and_started_once(started, hr_officer):
    with pytest.raises(Refused, match="stands still"):
        actions.resume(started, reason="x", by=hr_officer)
    actions.pause(started, reason="x", by=hr_officer)
    with pytest.raises(Refused, match="that runs"):
        actions.pause(again(started), reason="x", by=hr_officer)
    with time_machine.travel(started.ends_at + SECOND, tick=False), pytest.raises(Refused, match="that runs"):
        actions.resume(again(started), reason="x", by=hr_officer)
        actions.pause(again(started), reason="x", by=hr_officer)
        with time_machine.travel(again(started).ends_at, tick=False):
            actions.pause(again(started), reason="x", by=hr_officer)


@pytest.mark.django_db(transaction=True)
def test_of_two_invigilators_who_stop_a_clock_at_once_one_is_told(started, hr_officer, second_hr_officer):
    barrier, told = threading.Barrier(2), []

    def stop(person):
        barrier.wait()
        try:
            actions.pause(started, reason=str(person), by=person)
            told.append("stopped")
        except Refused:
            told.append("refused")
        finally:
            connections.close_all()

    racing = [threading.Thread(target=stop, args=(person,)) for person in (hr_officer, second_hr_officer)]
    for thread in racing:
        thread.start()
    for thread in racing:
        thread.join()
    assert sorted(told) == ["refused", "stopped"]
    assert kinds(started).count(EventKind.PAUSED) == 1


# --- pages ---------------------------------------------------------------------------------------------------------


def test_an_invigilator_leads_a_candidate_from_the_passport_to_a_stopped_clock(client, invited, candidate, hr_officer):
    client.force_login(hr_officer)
    assert invited.paper.reference in client.get(page("invigilation")).content.decode()
    room = client.get(page("room", invited.paper.uuid)).content.decode()
    assert str(candidate) in room and "identity not checked" in room and invited.code not in room
    check = client.get(page("invigilate", invited.uuid, "identify")).content.decode()
    assert invited.application.identity.passport_number in check
    assert Entry.objects.filter(verb="screening.sitting.read_identity").count() == 1
    assert client.post(page("invigilate", invited.uuid, "identify")).url == page("room", invited.paper.uuid)
    actions.start(again(invited), by=candidate)
    assert client.post(page("invigilate", invited.uuid, "pause"), {"reason": ""}).status_code == 422
    client.post(page("invigilate", invited.uuid, "pause"), {"reason": "Alarm"})
    assert "clock stopped" in client.get(page("room", invited.paper.uuid)).content.decode()
    assert client.get(page("invigilate", invited.uuid, "dance")).status_code == 404
    client.force_login(candidate)
    still = client.get(page("answers", invited.uuid))
    assert still["Refresh"] == "15" and "Do this" not in still.content.decode()
    assert client.get(page("hand_in", invited.uuid)).url == page("answers", invited.uuid)


def test_a_silent_page_is_seen_while_it_lasts_and_noted_afterwards(client, started, candidate, hr_officer):
    client.force_login(hr_officer)
    with time_machine.travel(started.started_at + MINUTE, tick=False):
        actions.hear(again(started), texts={}, by=candidate)
    with time_machine.travel(started.started_at + 3 * MINUTE, tick=False):
        assert "connection lost since" in client.get(page("room", started.paper.uuid)).content.decode()
        actions.hear(again(started), texts={}, by=candidate)
    event = Event.objects.get(kind=EventKind.DROPPED)
    assert (event.sitting, event.seconds) == (started, 120)


def test_whoever_waits_for_a_paper_that_is_not_open_is_told_honestly(client, paper, qualified, candidate, hr_officer):
    actions.invite(paper, by=hr_officer)
    sitting = actions.identify(assessments.sitting(paper, qualified), by=hr_officer)
    with pytest.raises(Refused, match="not open yet"):
        actions.start(sitting, by=candidate)
    client.force_login(candidate)
    told = client.get(page("paper", sitting.uuid)).content.decode()
    assert "two people must open it" in told and page("start", sitting.uuid) not in told and paper.digest in told
    client.force_login(hr_officer)
    assert "still sealed" in client.get(page("room", paper.uuid)).content.decode()


def test_two_key_holders_open_a_paper_on_the_site(client, paper, hr_officer, oversight, candidate):
    for person in (hr_officer, hr_officer, oversight):
        client.force_login(person)
        assert paper.reference in client.get(page("keys")).content.decode()
        assert paper.digest in client.get(page("key", paper.uuid)).content.decode()
        assert client.post(page("key", paper.uuid), {"note": "Hall"}).url == page("keys")
    assert type(paper).objects.get(pk=paper.pk).state == PaperState.OPENED
    assert client.get(page("key", paper.uuid)).status_code == 404
    client.force_login(candidate)
    assert client.get(page("key", paper.uuid)).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_room_costs_the_same_for_one_and_for_three(client, paper, position, hr_officer, django_assert_num_queries, rows):
    for number in range(rows):
        assessments.file(position, number)
    actions.invite(paper, by=hr_officer)
    client.force_login(hr_officer)
    with django_assert_num_queries(7):
        assert client.get(page("room", paper.uuid)).status_code == 200


def test_extending_says_so_in_the_course_of_the_test(started, hr_officer):
    actions.extend(started, minutes=15, reason="Late lift", by=hr_officer)
    event = started.events.last()
    assert (event.kind, event.seconds, event.note) == (EventKind.EXTENDED, 900, "Late lift")
    assert event.at <= timezone.now()
