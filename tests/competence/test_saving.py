"""Saves in any order, from any machine, at the last second: the newest stays, and each is cheap."""

import datetime
import json

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screening.competence import actions
from screening.competence.conditions import page_number
from screening.competence.models import Answer, Sitting
from screening.competence.states import GRACE, SittingState
from tests import assessments

SECOND = datetime.timedelta(seconds=1)


def again(sitting) -> Sitting:
    return Sitting.objects.get(pk=sitting.pk)


def page(name: str, *args) -> str:
    return reverse(f"competence:{name}", args=args)


def texts(sitting) -> set[str]:
    return {answer.text for answer in sitting.answers.all()}


def version(sitting, seconds: int, count: int = 0) -> int:
    """The version of a page that was shown so long after the start, after so many changes."""
    return page_number(sitting, sitting.started_at + seconds * SECOND) + count


def sent(sitting, number: int, text: str) -> dict:
    return {task: actions.Text(text, number) for task in assessments.texts(sitting)}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations([(seconds, count) for seconds in (0, 40, 300) for count in (0, 1, 7)]), st.sampled_from([1, 3]))
def test_in_whatever_order_saves_arrive_and_however_often_the_newest_stays(started, candidate, order, times):
    with transaction.atomic(), time_machine.travel(started.started_at + 600 * SECOND, tick=False):
        for seconds, count in order * times:
            actions.hear(started, texts=sent(started, version(started, seconds, count), f"{seconds}/{count}"), by=candidate)
        assert texts(started) == {"300/7"}
        transaction.set_rollback(True)


def test_an_older_machine_hears_that_something_newer_is_kept_and_writes_nothing(started, candidate):
    with time_machine.travel(started.started_at + 100 * SECOND, tick=False):
        actions.save(started, texts=assessments.texts(started, "On the second machine."), by=candidate)
        assert set(actions.hear(started, texts=sent(started, version(started, 5, 99), "On the first."), by=candidate)) == set(
            assessments.texts(started)
        )
        with pytest.raises(actions.Stale):
            actions.save(started, texts=assessments.texts(started, "On the first."), version=version(started, 5), by=candidate)
    assert texts(started) == {"On the second machine."}


def test_a_version_out_of_the_future_is_not_believed(started, candidate):
    with time_machine.travel(started.started_at + 10 * SECOND, tick=False):
        assert actions.hear(started, texts=sent(started, version(started, 5000), "Forged."), by=candidate)
    assert texts(started) == set()


@pytest.mark.parametrize("late", [-1, 0, 1, 10])
def test_what_the_browser_kept_while_the_line_was_down_is_taken_until_the_last_second(started, candidate, late):
    """Written offline, sent when the line is back: the end and the grace of the network count, not the time of writing."""
    with time_machine.travel(started.started_at + 60 * SECOND, tick=False):
        actions.hear(started, texts=sent(started, version(started, 0, 1), "Before the line broke."), by=candidate)
    with time_machine.travel(started.ends_at + late * SECOND, tick=False):
        actions.hear(started, texts=sent(started, version(started, 0, 50), "Written without a line."), by=candidate)
    assert texts(started) == {"Written without a line."}
    assert started.events.last().seconds == int((started.ends_at - started.started_at).total_seconds()) - 60 + late


def test_after_the_grace_the_page_is_told_that_it_is_over_and_what_was_saved_is_handed_in(started, candidate, robot):
    with time_machine.travel(started.started_at + 60 * SECOND, tick=False):
        actions.hear(started, texts=sent(started, version(started, 0, 1), "In time."), by=candidate)
    with time_machine.travel(started.ends_at + GRACE + SECOND, tick=False):
        with pytest.raises(actions.TooLate):
            actions.hear(started, texts=sent(started, version(started, 0, 2), "Too late."), by=candidate)
        actions.expire(started, by=robot)
    assert (again(started).state, texts(started)) == (SittingState.HANDED_IN, {"In time."})


# --- the page ------------------------------------------------------------------------------------------------------


@pytest.fixture
def as_candidate(client, candidate):
    client.force_login(candidate)
    return client


def heard(client, sitting, body, name="hear"):
    return client.post(page(name, sitting.uuid), body, content_type="application/json")


def body(sitting, text: str = "Words.", number: int = 3) -> str:
    answers = {str(task): {"text": text, "version": number} for task in assessments.texts(sitting)}
    return json.dumps({"answers": answers})


def test_a_page_is_answered_what_is_kept_and_when_it_ends(as_candidate, started):
    told = heard(as_candidate, started, body(started)).json()
    assert (told["state"], set(told["kept"].values()), told["older"]) == ("started", {3}, [])
    assert texts(started) == {"Words."} and again(started).seen_at is not None
    shown = as_candidate.get(page("answers", started.uuid)).content.decode()
    assert 'data-version="3"' in shown and "portal/sitting" in shown and f'data-keep="{started.uuid}"' in shown


@pytest.mark.parametrize(
    "bad",
    ["", "[]", "{}", '{"answers": []}', '{"answers": {"x": 1}}', '{"answers": {"1": {"text": "a\\u0000", "version": 1}}}', "[" * 9000],
)
def test_a_body_that_is_no_answer_is_refused(as_candidate, started, bad):
    assert heard(as_candidate, started, bad).status_code == 400


def test_after_the_end_the_page_hears_409(as_candidate, started):
    with time_machine.travel(started.ends_at + GRACE + SECOND, tick=False):
        assert heard(as_candidate, started, body(started)).status_code == 409


@pytest.mark.parametrize("who", ["rival", "outsider", "hr_officer", "assessor", "superuser"])
def test_nobody_elses_page_is_heard(client, request, started, who):
    person = request.getfixturevalue(who)
    client.force_login(person)
    assert heard(client, started, body(started)).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.hear(started, texts={}, by=person)


def test_a_save_is_cheap(as_candidate, started, django_assert_num_queries):
    heard(as_candidate, started, body(started))
    with django_assert_num_queries(11):  # session, person, sitting; savepoint, lock, answers, tasks, two texts, heard, released
        heard(as_candidate, started, body(started, "More.", 4))
    with django_assert_num_queries(6):  # a page that has nothing new
        heard(as_candidate, started, '{"answers": {}}')


def test_an_old_page_without_scripts_is_refused_and_given_its_text_back(as_candidate, started):
    with time_machine.travel(started.started_at + 60 * SECOND, tick=False):
        written = {f"answer_{task}": "Old page." for task in assessments.texts(started)}
        assert as_candidate.post(page("answers", started.uuid), dict.fromkeys(written, "New.") | {"version": ""}).status_code == 302
        response = as_candidate.post(page("answers", started.uuid), written | {"version": "5"})
    assert response.status_code == 409 and "Old page." in response.content.decode()
    assert texts(started) == {"New."}


def test_in_the_trial_room_nothing_is_kept(as_candidate, sitting, candidate):
    assert "Trial room" in as_candidate.get(page("trial", sitting.uuid)).content.decode()
    told = heard(as_candidate, sitting, '{"answers": {"1": {"text": "Trying.", "version": 1}}}', "trial").json()
    assert told["kept"] == {"1": 1}
    assert heard(as_candidate, sitting, "nothing", "trial").status_code == 400
    assert "would have saved" in as_candidate.post(page("trial", sitting.uuid), {"answer_1": "Trying."}).content.decode()
    assert not Answer.objects.exists()
    actions.start(sitting, by=candidate)
    assert as_candidate.get(page("trial", sitting.uuid)).url == page("paper", sitting.uuid)


def test_the_receipt_can_be_repeated_by_anyone(as_candidate, handed_in):
    from hashlib import sha256

    sitting = again(handed_in)
    body = as_candidate.get(page("receipt", sitting.uuid)).content
    assert sha256(body).hexdigest() == sitting.receipt
    assert assessments.WORK not in body.decode()
