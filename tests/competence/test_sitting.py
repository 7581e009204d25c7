"""Start, save, hand in, expire, extend: the server's clock alone counts."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from screening.competence import actions, tasks
from screening.competence.models import Sitting
from screening.competence.states import EventKind, SittingState
from tests import assessments

SECOND = datetime.timedelta(seconds=1)
MINUTE = datetime.timedelta(minutes=1)
OPENS = timezone.make_aware(datetime.datetime(2030, 3, 1, 9, 0))
CLOSES = OPENS + datetime.timedelta(hours=6)


def again(sitting) -> Sitting:
    return Sitting.objects.get(pk=sitting.pk)


@pytest.fixture
def invited(position, qualified, hr_officer) -> Sitting:
    """For a paper of 90 minutes between nine and three."""
    paper = actions.seal(assessments.draft_paper(position, author=hr_officer, opens_at=OPENS, closes_at=CLOSES), by=hr_officer)
    actions.invite(paper, by=hr_officer)
    with time_machine.travel(OPENS - 10 * MINUTE, tick=False):
        return assessments.admitted(assessments.sitting(paper, qualified))


@pytest.fixture
def writing(invited, candidate) -> Sitting:
    """Started at ten."""
    with time_machine.travel(OPENS + 60 * MINUTE, tick=False):
        actions.start(invited, by=candidate)
    return again(invited)


def texts(sitting, text="Words.") -> dict[int, str]:
    return {task.pk: text for task in sitting.paper.tasks.all()}


# --- start ---------------------------------------------------------------------------------------------------------


def test_starting_sets_the_clock_and_draws_a_form(invited, candidate):
    with time_machine.travel(OPENS, tick=False):
        actions.start(invited, by=candidate)
    sitting = again(invited)
    assert (sitting.state, sitting.started_at, sitting.ends_at) == (SittingState.STARTED, OPENS, OPENS + 90 * MINUTE)
    assert (sitting.form, sitting.events.last().kind, sitting.events.last().note) == ("A", EventKind.DRAWN, "A")
    assert Entry.objects.filter(verb="screening.sitting.start", actor_id=candidate.pk).count() == 1


@pytest.mark.parametrize("moment", [OPENS - SECOND, CLOSES, CLOSES + SECOND])
def test_outside_the_hours_nobody_starts(invited, candidate, moment):
    with time_machine.travel(moment, tick=False), pytest.raises(Refused, match="between the hours"):
        actions.start(invited, by=candidate)


def test_whoever_starts_late_has_until_the_paper_closes_and_no_longer(invited, candidate):
    with time_machine.travel(CLOSES - SECOND, tick=False):
        actions.start(invited, by=candidate)
    assert again(invited).ends_at == CLOSES


def test_the_clock_is_started_once(writing, candidate):
    with time_machine.travel(OPENS + 70 * MINUTE, tick=False), pytest.raises(TransitionNotAllowed):
        actions.start(writing, by=candidate)
    assert again(writing).started_at == OPENS + 60 * MINUTE


@pytest.mark.parametrize("who", ["rival", "outsider", "hr_officer", "assessor", "superuser"])
def test_nobody_starts_writes_or_hands_in_for_somebody_else(who, request, invited, candidate):
    other = request.getfixturevalue(who)
    with time_machine.travel(OPENS, tick=False):
        with pytest.raises(PermissionDenied):
            actions.start(invited, by=other)
        actions.start(invited, by=candidate)
        with pytest.raises(PermissionDenied):
            actions.save(again(invited), texts=texts(invited), by=other)
        with pytest.raises(PermissionDenied):
            actions.hand_in(again(invited), by=other)
    with time_machine.travel(CLOSES, tick=False), pytest.raises(PermissionDenied):
        actions.expire(again(invited), by=other)


# --- save ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("late", [-1, 0, 1, 10])
def test_what_arrives_before_the_end_or_within_the_grace_is_kept(writing, candidate, late):
    with time_machine.travel(writing.ends_at + late * SECOND, tick=False):
        actions.save(writing, texts=texts(writing, "The last words."), by=candidate)
    assert {answer.text for answer in writing.answers.all()} == {"The last words."}


def test_what_arrives_later_is_refused_and_what_was_saved_stays(writing, candidate):
    with time_machine.travel(writing.ends_at - MINUTE, tick=False):
        actions.save(writing, texts=texts(writing, "In time."), by=candidate)
    with time_machine.travel(writing.ends_at + 11 * SECOND, tick=False), pytest.raises(actions.TooLate):
        actions.save(writing, texts=texts(writing, "Too late."), by=candidate)
    assert {answer.text for answer in writing.answers.all()} == {"In time."}


def test_a_task_of_another_paper_is_not_written_on(writing, candidate, position, hr_officer):
    other = assessments.draft_paper(position, author=hr_officer)
    with time_machine.travel(writing.started_at, tick=False):
        actions.save(writing, texts={task.pk: "Elsewhere." for task in other.tasks.all()}, by=candidate)
    assert not writing.answers.exists()


def test_before_the_start_nothing_is_kept(invited, candidate):
    with time_machine.travel(OPENS, tick=False), pytest.raises(actions.TooLate):
        actions.save(invited, texts=texts(invited), by=candidate)


# --- hand in, expire -----------------------------------------------------------------------------------------------


def test_handing_in_stamps_it_and_leaves_a_leaf_that_names_nobody(writing, candidate):
    moment = writing.started_at + 30 * MINUTE
    with time_machine.travel(moment, tick=False):
        actions.save(writing, texts=texts(writing), by=candidate)
        actions.hand_in(writing, by=candidate)
    sitting = again(writing)
    assert (sitting.state, sitting.submitted_at, len(sitting.receipt)) == (SittingState.HANDED_IN, moment, 64)
    leaf = Leaf.objects.get(kind="sitting")
    assert leaf.opening.payload["receipt"] == sitting.receipt
    told = leaf.reference + str(leaf.opening.payload)
    assert not any(word in told for word in (candidate.email, candidate.display_name, sitting.application.reference))


def test_after_handing_in_nothing_is_changed(writing, candidate):
    with time_machine.travel(writing.started_at + MINUTE, tick=False):
        actions.hand_in(writing, by=candidate)
        with pytest.raises(actions.TooLate):
            actions.save(again(writing), texts=texts(writing), by=candidate)
        with pytest.raises(TransitionNotAllowed):
            actions.hand_in(again(writing), by=candidate)


@pytest.mark.parametrize(("late", "expected"), [(10, SittingState.STARTED), (11, SittingState.HANDED_IN)])
def test_the_clock_hands_in_what_was_saved_once_nothing_can_arrive_any_more(writing, candidate, robot, late, expected):
    with time_machine.travel(writing.started_at + MINUTE, tick=False):
        actions.save(writing, texts=texts(writing), by=candidate)
    with time_machine.travel(writing.ends_at + late * SECOND, tick=False):
        tasks.close_due()
        tasks.close_due()
    sitting = again(writing)
    assert sitting.state == expected
    if expected == SittingState.HANDED_IN:
        assert sitting.submitted_at == sitting.ends_at
        assert Entry.objects.filter(verb="screening.sitting.expire").count() == 1


def test_handing_in_within_the_grace_counts_as_handed_in_at_the_end(writing, candidate):
    with time_machine.travel(writing.ends_at + 5 * SECOND, tick=False):
        actions.hand_in(writing, by=candidate)
    assert again(writing).submitted_at == writing.ends_at


def test_handing_in_after_the_grace_is_the_clocks_affair(writing, candidate):
    with time_machine.travel(writing.ends_at + 11 * SECOND, tick=False), pytest.raises(TransitionNotAllowed):
        actions.hand_in(writing, by=candidate)


# --- extend --------------------------------------------------------------------------------------------------------


def test_additional_time_moves_the_end_and_says_why(writing, hr_officer):
    actions.extend(writing, minutes=30, reason="Adjustment", by=hr_officer)
    assert again(writing).ends_at == writing.started_at + 120 * MINUTE
    assert Entry.objects.get(verb="screening.sitting.extend").data == {"minutes": 30, "reason": "Adjustment"}


def test_additional_time_before_the_start_counts_from_the_start_and_ends_with_the_paper(invited, hr_officer, candidate):
    actions.extend(invited, minutes=480, reason="Adjustment", by=hr_officer)
    with time_machine.travel(OPENS + 60 * MINUTE, tick=False):
        actions.start(again(invited), by=candidate)
    assert again(invited).ends_at == CLOSES


@pytest.mark.parametrize("who", ["candidate", "rival", "assessor", "foreign_hr_officer", "superuser"])
def test_nobody_but_hr_of_the_department_gives_additional_time(who, request, writing):
    with pytest.raises(PermissionDenied):
        actions.extend(writing, minutes=30, reason="Please", by=request.getfixturevalue(who))


def test_a_sitting_that_is_over_gets_no_more_time(writing, candidate, hr_officer):
    with time_machine.travel(writing.started_at + MINUTE, tick=False):
        actions.hand_in(writing, by=candidate)
    with pytest.raises(Refused, match="over"):
        actions.extend(again(writing), minutes=30, reason="Adjustment", by=hr_officer)
