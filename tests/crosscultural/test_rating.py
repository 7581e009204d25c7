"""Rate, lock, conclude, miss: each alone until locked, then one score."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from recruitment.notifications.models import Letter
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import GateResult, State
from screening.assessors.actions import recuse, unseat
from screening.assessors.states import Ground
from screening.crosscultural import actions
from screening.crosscultural.models import Interview, Rating, Sheet
from screening.crosscultural.states import InterviewState, SheetState
from tests import assessments
from tests.assessments import rated, ratings

STRANGERS = ["candidate", "rival", "outsider", "assessor", "qualification_officer", "foreign_hr_officer", "superuser"]


def all_rated(interview, seated, *points: int) -> None:
    for member, given in zip(seated, points, strict=True):
        rated(interview, given, by=member)


# --- rate and lock -------------------------------------------------------------------------------------------------


def test_a_member_rates_in_drafts_and_locks(held, seated):
    member = seated[0]
    dimension = held.booklet.dimensions.first()
    actions.rate(held, ratings={dimension.pk: (None, "")}, by=member)
    actions.rate(held, ratings={dimension.pk: (2, "Changed my mind.")}, by=member)
    sheet = rated(held, 4, by=member)
    assert (sheet.state, sheet.average) == (SheetState.LOCKED, Decimal(4))
    assert Sheet.objects.count() == 1
    assert Leaf.objects.filter(kind="sheet").count() == 1
    assert Entry.objects.filter(verb="screening.sheet.lock", target="locked").count() == 1


def test_locked_ratings_never_change_again(held, seated):
    sheet = rated(held, 4, by=seated[0])
    with pytest.raises(Refused, match="locked"):
        actions.rate(held, ratings=ratings(held, 5), by=seated[0])
    with pytest.raises(Refused, match="locked"):
        actions.lock(held, by=seated[0])
    behind_the_verbs = (
        lambda: Rating.objects.filter(sheet=sheet).update(points=1),
        lambda: Rating.objects.filter(sheet=sheet).delete(),
        lambda: Sheet.objects.filter(pk=sheet.pk).update(average=1),
        lambda: Sheet.objects.filter(pk=sheet.pk).delete(),
    )
    for change in behind_the_verbs:
        with pytest.raises(IntegrityError, match="locked"), transaction.atomic():
            change()


@pytest.mark.parametrize("points", [0, 6, -1])
def test_points_run_from_one_to_five(held, seated, points):
    dimension = held.booklet.dimensions.first()
    with pytest.raises(Refused, match="1 to 5"):
        actions.rate(held, ratings={dimension.pk: (points, "")}, by=seated[0])
    sheet = actions.rate(held, ratings={}, by=seated[0])
    with pytest.raises(IntegrityError), transaction.atomic():
        Rating.objects.create(sheet=sheet, dimension=dimension, points=points)


@pytest.mark.parametrize(("points", "observation"), [(None, assessments.OBSERVATION), (3, ""), (3, "Nineteen characters")])
def test_nothing_is_locked_while_something_is_missing(held, seated, points, observation):
    told = ratings(held, 4)
    told[min(told)] = (points, observation)
    actions.rate(held, ratings=told, by=seated[0])
    with pytest.raises(Refused, match="20 characters"):
        actions.lock(held, by=seated[0])


def test_before_the_interview_begins_nobody_rates(booked, seated):
    with pytest.raises(Refused, match="begun"):
        actions.rate(booked, ratings=ratings(booked, 4), by=seated[0])
    assert not Sheet.objects.exists()


@pytest.mark.parametrize("who", [*STRANGERS, "hr_officer"])
def test_nobody_rates_without_a_seat_on_the_panel(who, request, held):
    with pytest.raises(PermissionDenied):
        actions.rate(held, ratings=ratings(held, 4), by=request.getfixturevalue(who))
    with pytest.raises(PermissionDenied):
        actions.lock(held, by=request.getfixturevalue(who))


def test_whoever_stepped_back_or_left_the_panel_rates_no_more(held, seated, panel, tested, hr_officer):
    recuse(tested, assessor=seated[0], ground=Ground.CONFLICT, reason="A former colleague.", by=seated[0])
    unseat(panel, membership=panel.memberships.get(assessor=seated[1]), by=hr_officer)
    for member in seated[:2]:
        with pytest.raises(PermissionDenied):
            actions.rate(held, ratings=ratings(held, 4), by=member)
        assert not Interview.objects.rated_by(member).exists()
    assert Interview.objects.rated_by(seated[2]).count() == 1


# --- conclude ------------------------------------------------------------------------------------------------------


def test_the_panels_trimmed_mean_is_the_score_and_the_candidate_moves_on(held, seated, hr_officer, candidate):
    all_rated(held, seated, 1, 4, 4, 4, 5)
    interview = actions.conclude(held, by=hr_officer)
    application = Application.objects.get(pk=held.application_id)
    assert (interview.state, interview.score) == (InterviewState.CONCLUDED, Decimal("80.00"))
    assert (application.state, application.crosscultural_gate) == (State.ASSESSED, GateResult.PASSED)
    assert application.crosscultural_score == Decimal("80.00")
    assert Entry.objects.filter(verb="screening.interview.conclude", actor_id=hr_officer.pk).count() == 1
    assert Letter.objects.get(recipient=candidate, kind="assessed").language == "de"


def test_the_pass_mark_itself_passes_and_a_little_less_is_proposed_for_rejection(held, seated, hr_officer):
    all_rated(held, seated, 3, 3, 3, 3, 3)
    assert actions.conclude(held, by=hr_officer).score == Decimal("60.00")
    assert Application.objects.get(pk=held.application_id).state == State.ASSESSED


def test_below_the_pass_mark_a_second_person_decides(held, seated, hr_officer, second_hr_officer):
    all_rated(held, seated, 3, 3, 2, 2, 2)
    assert actions.conclude(held, by=hr_officer).score == Decimal("46.67")
    application = Application.objects.get(pk=held.application_id)
    assert (application.state, application.crosscultural_gate) == (State.TESTED, GateResult.NOT_PASSED)
    assert "46.67" in application.rejection.sentence
    with pytest.raises(PermissionDenied):
        applications.reject(application, by=hr_officer)
    applications.reject(application, by=second_hr_officer)


def test_every_member_who_is_there_must_have_locked(held, seated, hr_officer, panel, tested):
    for member in seated[:3]:
        rated(held, 4, by=member)
    with pytest.raises(Refused, match="Not every member"):
        actions.conclude(held, by=hr_officer)
    unseat(panel, membership=panel.memberships.get(assessor=seated[3]), by=hr_officer)
    recuse(tested, assessor=seated[4], ground=Ground.ABSENCE, reason="Ill", by=hr_officer)
    assert actions.conclude(held, by=hr_officer).score == Decimal("80.00")


def test_fewer_than_three_are_no_panel(held, seated, hr_officer, tested):
    for member in seated[:2]:
        rated(held, 4, by=member)
    for member in seated[2:]:
        recuse(tested, assessor=member, ground=Ground.ABSENCE, reason="Ill", by=hr_officer)
    with pytest.raises(Refused, match="fewer than three"):
        actions.conclude(held, by=hr_officer)


def test_ratings_of_somebody_who_stepped_back_afterwards_do_not_count(held, seated, hr_officer, tested):
    all_rated(held, seated, 5, 3, 3, 3, 3)
    recuse(tested, assessor=seated[0], ground=Ground.CONFLICT, reason="A former colleague.", by=seated[0])
    assert actions.conclude(held, by=hr_officer).score == Decimal("60.00")


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_but_hr_of_the_department_establishes_a_result(who, request, held, seated):
    all_rated(held, seated, 4, 4, 4, 4, 4)
    stranger = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        actions.conclude(held, by=stranger)
    with pytest.raises(PermissionDenied):
        actions.miss(held, by=stranger)


def test_a_result_is_established_once(held, seated, hr_officer):
    all_rated(held, seated, 4, 4, 4, 4, 4)
    actions.conclude(held, by=hr_officer)
    with pytest.raises((Refused, TransitionNotAllowed)):
        actions.conclude(held, by=hr_officer)


def test_all_that_are_ready_are_concluded_at_once(held, seated, panel, hr_officer):
    with pytest.raises(Refused, match="No result"):
        actions.conclude_ready(panel, by=hr_officer)
    all_rated(held, seated, 4, 4, 4, 4, 4)
    assert [interview.pk for interview in actions.conclude_ready(panel, by=hr_officer)] == [held.pk]


# --- miss ----------------------------------------------------------------------------------------------------------


def test_whoever_did_not_come_is_proposed_for_rejection(held, hr_officer):
    assert actions.miss(held, by=hr_officer).state == InterviewState.MISSED
    application = Application.objects.get(pk=held.application_id)
    assert (application.crosscultural_gate, application.rejection.reason) == (GateResult.NOT_PASSED, "did_not_attend")
    assert Entry.objects.filter(verb="screening.interview.miss").count() == 1


def test_an_interview_that_lies_ahead_or_is_being_rated_was_not_missed(booked, held, seated, hr_officer):
    actions.rate(held, ratings={}, by=seated[0])
    with pytest.raises(Refused, match="begun to rate"):
        actions.miss(held, by=hr_officer)


def test_an_interview_still_to_come_was_not_missed(booked, hr_officer):
    with pytest.raises(Refused, match="lies ahead"):
        actions.miss(booked, by=hr_officer)
