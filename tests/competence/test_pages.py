"""The candidate's and the marker's pages: they work without scripts, keep what was typed, and know no stranger."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from screening.competence import actions
from screening.competence.models import Marking
from screening.competence.states import ANSWER_LENGTH, MarkingState, SittingState
from tests import assessments

SECOND = datetime.timedelta(seconds=1)


def again(row):
    return type(row).objects.get(pk=row.pk)


def page(name: str, *args) -> str:
    return reverse(f"competence:{name}", args=args)


@pytest.fixture
def as_candidate(client, candidate):
    client.force_login(candidate)
    return client


def answers(sitting, text: str) -> dict[str, str]:
    return {f"answer_{task.pk}": text for task in sitting.paper.tasks.all()}


# --- the candidate -------------------------------------------------------------------------------------------------


def test_a_candidate_goes_from_the_invitation_to_the_receipt(as_candidate, sitting):
    assert str(sitting.uuid) in as_candidate.get(page("papers")).content.decode()
    told = as_candidate.get(page("paper", sitting.uuid)).content.decode()
    assert "90 minutes" in told and page("start", sitting.uuid) in told and "Do this." not in told
    assert as_candidate.get(page("start", sitting.uuid)).status_code == 200
    assert as_candidate.post(page("start", sitting.uuid)).url == page("answers", sitting.uuid)
    writing = as_candidate.get(page("answers", sitting.uuid)).content.decode()
    assert "Do this. (en)" in writing and "data-portal-countdown" in writing
    saved = as_candidate.post(page("answers", sitting.uuid), answers(sitting, "My proposal."))
    assert saved.url == page("answers", sitting.uuid)
    assert "My proposal." in as_candidate.get(saved.url).content.decode()
    onward = as_candidate.post(page("answers", sitting.uuid), {**answers(sitting, "My last proposal."), "continue": "1"})
    assert onward.url == page("hand_in", sitting.uuid)
    assert "17 characters saved" in as_candidate.get(onward.url).content.decode()
    assert as_candidate.post(page("hand_in", sitting.uuid)).url == page("paper", sitting.uuid)
    assert again(sitting).receipt in as_candidate.get(page("paper", sitting.uuid)).content.decode()


def test_pressing_start_twice_starts_one_clock_and_ends_on_the_same_page(as_candidate, sitting):
    first = as_candidate.post(page("start", sitting.uuid))
    started_at = again(sitting).started_at
    second = as_candidate.post(page("start", sitting.uuid))
    assert first.url == second.url == page("answers", sitting.uuid)
    assert again(sitting).started_at == started_at


def test_handing_in_twice_ends_on_the_same_page(as_candidate, started):
    assert as_candidate.post(page("hand_in", started.uuid)).url == page("paper", started.uuid)
    assert as_candidate.post(page("hand_in", started.uuid)).url == page("paper", started.uuid)
    assert again(started).state == SittingState.HANDED_IN


def test_text_that_came_too_late_is_refused_and_given_back_to_be_copied(as_candidate, started):
    with time_machine.travel(started.ends_at + 11 * SECOND, tick=False):
        response = as_candidate.post(page("answers", started.uuid), answers(started, "My late <proposal>."))
    assert response.status_code == 409
    assert "My late &lt;proposal&gt;." in response.content.decode() and "too late" in response.content.decode()
    assert not started.answers.exists()


def test_an_answer_that_is_too_long_keeps_what_was_typed_says_so_and_saves_the_other(as_candidate, started):
    first, second = started.paper.tasks.all()
    told = {f"answer_{first.pk}": "x" * (ANSWER_LENGTH + 1), f"answer_{second.pk}": "Short."}
    response = as_candidate.post(page("answers", started.uuid), told)
    assert response.status_code == 422
    assert "at most 20000 characters" in response.content.decode()
    assert [answer.text for answer in started.answers.all()] == ["Short."]


def test_a_null_character_is_refused_in_words(as_candidate, started):
    response = as_candidate.post(page("answers", started.uuid), answers(started, "a\x00b"))
    assert response.status_code == 422


def test_the_tasks_cannot_be_read_before_the_start_nor_written_after_the_end(as_candidate, sitting):
    assert as_candidate.get(page("answers", sitting.uuid)).url == page("paper", sitting.uuid)
    assert as_candidate.get(page("hand_in", sitting.uuid)).url == page("paper", sitting.uuid)
    as_candidate.post(page("start", sitting.uuid))
    with time_machine.travel(again(sitting).ends_at + 11 * SECOND, tick=False):
        assert as_candidate.get(page("answers", sitting.uuid)).url == page("paper", sitting.uuid)
        assert as_candidate.get(page("start", sitting.uuid)).url == page("paper", sitting.uuid)


def test_a_start_outside_the_hours_is_a_page_with_a_sentence(as_candidate, sitting):
    with time_machine.travel(sitting.paper.closes_at, tick=False):
        response = as_candidate.post(page("start", sitting.uuid))
    assert response.status_code == 409
    assert "between the hours" in response.content.decode()


@pytest.mark.parametrize("who", ["rival", "outsider", "hr_officer", "assessor", "superuser"])
@pytest.mark.parametrize("name", ["paper", "start", "answers", "hand_in"])
def test_a_sitting_does_not_exist_for_others(client, request, started, who, name):
    client.force_login(request.getfixturevalue(who))
    assert client.get(page(name, started.uuid)).status_code == 404
    if name != "paper":
        assert client.post(page(name, started.uuid), answers(started, "Mine.")).status_code == 404


@pytest.mark.parametrize("name", ["papers", "marking"])
def test_without_an_account_one_is_led_to_the_sign_in(client, db, name):
    assert "/account/login" in client.get(page(name)).url


def test_every_state_of_a_sitting_has_its_page(as_candidate, sitting, hr_officer, markings):
    assert as_candidate.get(page("paper", sitting.uuid)).status_code == 200
    for marking in markings:
        assessments.locked(marking, 80)
    actions.conclude(again(sitting), by=hr_officer)
    assert "80.00 of 100" in as_candidate.get(page("paper", sitting.uuid)).content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_tests_needs_the_same_number_of_queries_for_one_and_for_three(
    as_candidate, candidate, department, hr_officer, second_hr_officer, rows, django_assert_num_queries
):
    from tests import factories

    for _place in range(rows):
        position = factories.published_position(department, author=hr_officer, reviewer=second_hr_officer)
        factories.brought_to(factories.complete(factories.application(position, candidate)), "qualified")
        actions.invite(actions.seal(assessments.draft_paper(position, author=hr_officer), by=hr_officer), by=hr_officer)
    as_candidate.get(page("papers"))
    with django_assert_num_queries(LIST_OF_TESTS):
        assert as_candidate.get(page("papers")).content.decode().count("portal-entry__title") == rows


# --- the marker ----------------------------------------------------------------------------------------------------


def sheet(marking, percent: int = 80, **other) -> dict:
    told = {}
    for line, (points, observation) in assessments.marks(marking.sitting.paper, percent).items():
        told |= {f"points_{line}": points, f"observation_{line}": observation}
    return {**told, **other}


@pytest.fixture
def own(markings) -> Marking:
    return markings[0]


@pytest.fixture
def as_marker(client, own):
    client.force_login(own.marker)
    return client


def test_a_marker_reads_marks_and_locks(as_marker, own):
    code = own.sitting.code
    assert page("script", code) in as_marker.get(page("marking")).content.decode()
    script = as_marker.get(page("script", code)).content.decode()
    assert assessments.WORK in script
    assert as_marker.post(page("script", code), sheet(own)).url == page("script", code)
    assert as_marker.post(page("script", code), sheet(own, lock="1")).url == page("lock", code)
    assert as_marker.get(page("lock", code)).status_code == 200
    assert as_marker.post(page("lock", code)).url == page("script", code)
    assert as_marker.post(page("lock", code)).url == page("script", code)
    assert "80.00 of 100" in as_marker.get(page("script", code)).content.decode()


def test_marks_of_others_are_seen_only_after_locking_ones_own(as_marker, own, markings):
    told = {line: (points, "The other marker wrote this.") for line, (points, _said) in assessments.marks(own.sitting.paper, 60).items()}
    actions.mark(markings[1], marks=told, by=markings[1].marker)
    actions.lock(again(markings[1]), by=markings[1].marker)
    assert "The other marker wrote this." not in as_marker.get(page("script", own.sitting.code)).content.decode()
    assessments.locked(own, 80)
    after = as_marker.get(page("script", own.sitting.code)).content.decode()
    assert "The other marker wrote this." in after
    assert markings[1].marker.display_name not in after


def test_locking_with_gaps_keeps_what_was_typed_and_names_each_line(as_marker, own):
    told = {**sheet(own, lock="1"), **dict.fromkeys([name for name in sheet(own) if name.startswith("observation")], "Too short.")}
    response = as_marker.post(page("script", own.sitting.code), told)
    assert response.status_code == 422
    assert "Too short." in response.content.decode() and "at least 20 characters" in response.content.decode()
    assert again(own).state == MarkingState.DRAFTED


@pytest.mark.parametrize("points", ["-1", "21", "many", "1e3"])
def test_impossible_points_are_refused_in_words(as_marker, own, points):
    line = own.sitting.paper.tasks.first().lines.get(key="facts")
    response = as_marker.post(page("script", own.sitting.code), {f"points_{line.pk}": points})
    assert response.status_code == 422
    assert f'value="{points}"' in response.content.decode()


def test_a_locked_sheet_takes_no_more_marks(as_marker, own):
    assessments.locked(own, 80)
    assert as_marker.post(page("script", own.sitting.code), sheet(own, 90)).status_code == 409


def test_stepping_back_makes_the_script_vanish(as_marker, own):
    code = own.sitting.code
    assert as_marker.post(page("step_back", code), {"reason": "short"}).status_code == 422
    assert as_marker.post(page("step_back", code), {"reason": "We studied together for years."}).url == page("marking")
    assert code not in as_marker.get(page("marking")).content.decode()
    for name in ("script", "lock", "step_back"):
        assert as_marker.get(page(name, code)).status_code == 404
        assert as_marker.post(page(name, code), sheet(own)).status_code == 404


@pytest.mark.parametrize("who", ["candidate", "rival", "hr_officer", "oversight", "superuser"])
@pytest.mark.parametrize("name", ["script", "lock", "step_back"])
def test_a_script_does_not_exist_for_others(client, request, own, who, name):
    client.force_login(request.getfixturevalue(who))
    assert client.get(page(name, own.sitting.code)).status_code == 404
    assert client.post(page(name, own.sitting.code)).status_code == 404


def test_a_marker_whose_role_ended_sees_nothing(client, own, robot):
    from recruitment.accounts.actions import end

    end(own.marker.assignments.get(), by=robot)
    client.force_login(own.marker)
    assert client.get(page("script", own.sitting.code)).status_code == 404
    assert own.sitting.code not in client.get(page("marking")).content.decode()


def test_every_look_at_a_script_is_recorded(as_marker, own):
    from recruitment.audit.models import Entry

    as_marker.get(page("script", own.sitting.code))
    as_marker.get(page("script", own.sitting.code))
    assert Entry.objects.filter(verb="screening.sitting.read", subject_id=str(own.sitting_id), actor_id=own.marker_id).count() == 2


@pytest.mark.parametrize("rows", [1, 3])
def test_the_desk_needs_the_same_number_of_queries_for_one_script_and_for_three(
    client, position, paper, hr_officer, assessor, second_assessor, rows, django_assert_num_queries
):
    from screening.assessors.states import PanelKind

    assessments.panel(position, PanelKind.MARKING, members=[assessor, second_assessor], by=hr_officer)
    files = [assessments.file(position, number) for number in range(rows)]
    actions.invite(paper, by=hr_officer)
    for file in files:
        assessments.handed_in(paper, file)
    actions.assign(paper, by=hr_officer)
    client.force_login(assessor)
    client.get(page("marking"))
    with django_assert_num_queries(DESK):
        assert client.get(page("marking")).content.decode().count('href="/en/marking/') == rows


LIST_OF_TESTS = 3
DESK = 4
