"""Conclude: the result leaves this floor as a score, a gate and a verb."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import GateResult, RejectionReason, State
from screening.assessors.actions import recuse
from screening.competence import actions
from screening.competence.models import Marking, Sitting
from screening.competence.states import SittingState
from tests.assessments import locked


def test_two_markings_that_agree_give_their_mean_and_the_candidate_moves_on(markings, handed_in, hr_officer, candidate):
    locked(markings[0], 80)
    locked(markings[1], 70)
    sitting = actions.conclude(handed_in, by=hr_officer)
    application = Application.objects.get(pk=handed_in.application_id)
    assert (sitting.state, sitting.score) == (SittingState.CONCLUDED, Decimal("75.00"))
    assert (application.state, application.competence_gate, application.competence_score) == (
        State.TESTED,
        GateResult.PASSED,
        Decimal("75.00"),
    )
    assert Entry.objects.filter(verb="screening.sitting.conclude", subject_id=str(sitting.pk), actor_id=hr_officer.pk).count() == 1
    assert Letter.objects.get(recipient=candidate, kind="examined").language == "de"


def test_below_the_pass_mark_a_rejection_is_proposed_in_the_candidates_language_and_needs_a_second_person(
    markings, handed_in, hr_officer, second_hr_officer
):
    locked(markings[0], 50)
    locked(markings[1], 60)
    actions.conclude(handed_in, by=hr_officer)
    application = Application.objects.get(pk=handed_in.application_id)
    assert (application.state, application.competence_gate) == (State.QUALIFIED, GateResult.NOT_PASSED)
    assert application.rejection.reason == RejectionReason.TEST_BELOW_MINIMUM
    assert "55.00" in application.rejection.sentence and "60" in application.rejection.sentence
    with pytest.raises(PermissionDenied):
        applications.reject(application, by=hr_officer)
    applications.reject(application, by=second_hr_officer)
    assert Application.objects.get(pk=application.pk).state == State.REJECTED


def test_the_pass_mark_itself_passes(markings, handed_in, hr_officer):
    locked(markings[0], 60)
    locked(markings[1], 60)
    assert actions.conclude(handed_in, by=hr_officer).score == Decimal("60.00")
    assert Application.objects.get(pk=handed_in.application_id).state == State.TESTED


def test_marks_that_lie_far_apart_wait_for_a_third_marker(markings, handed_in, paper, hr_officer):
    locked(markings[0], 90)
    locked(markings[1], 70)
    with pytest.raises(Refused, match="three where they lie far apart"):
        actions.conclude(handed_in, by=hr_officer)
    (third,) = actions.assign(paper, by=hr_officer)
    assert third.ordinal == 3
    with pytest.raises(Refused):
        actions.conclude(handed_in, by=hr_officer)
    locked(Marking.objects.get(pk=third.pk), 80)
    assert actions.conclude(handed_in, by=hr_officer).score == Decimal("80.00")


def test_the_mark_of_somebody_who_stepped_back_does_not_count(markings, handed_in, paper, hr_officer):
    locked(markings[0], 80)
    locked(markings[1], 80)
    recuse(handed_in.application, assessor=markings[1].marker, ground="conflict", reason="We worked together.", by=markings[1].marker)
    with pytest.raises(Refused):
        actions.conclude(handed_in, by=hr_officer)
    (other,) = actions.assign(paper, by=hr_officer)
    locked(Marking.objects.get(pk=other.pk), 70)
    assert actions.conclude(handed_in, by=hr_officer).score == Decimal("75.00")


def test_one_marking_is_not_enough(markings, handed_in, hr_officer):
    locked(markings[0], 80)
    with pytest.raises(Refused):
        actions.conclude(handed_in, by=hr_officer)
    assert Sitting.objects.get(pk=handed_in.pk).state == SittingState.HANDED_IN


@pytest.mark.parametrize("who", ["candidate", "rival", "outsider", "assessor", "qualification_officer", "foreign_hr_officer", "superuser"])
def test_nobody_but_hr_of_the_department_establishes_a_result(who, request, markings, handed_in):
    locked(markings[0], 80)
    locked(markings[1], 80)
    with pytest.raises(PermissionDenied):
        actions.conclude(handed_in, by=request.getfixturevalue(who))


def test_a_result_is_established_once(markings, handed_in, hr_officer):
    locked(markings[0], 80)
    locked(markings[1], 80)
    actions.conclude(handed_in, by=hr_officer)
    with pytest.raises((Refused, TransitionNotAllowed)):
        actions.conclude(handed_in, by=hr_officer)


def test_a_candidate_who_withdrew_gets_no_result(markings, handed_in, hr_officer, candidate):
    locked(markings[0], 80)
    locked(markings[1], 80)
    applications.withdraw(handed_in.application, reason="", by=candidate)
    with pytest.raises(Refused, match="no longer"):
        actions.conclude(handed_in, by=hr_officer)


def test_all_that_are_ready_are_concluded_at_once_and_the_others_stay(markings, handed_in, paper, hr_officer):
    with pytest.raises(Refused, match="No result"):
        actions.conclude_ready(paper, by=hr_officer)
    locked(markings[0], 80)
    locked(markings[1], 80)
    assert [sitting.pk for sitting in actions.conclude_ready(paper, by=hr_officer)] == [handed_in.pk]
