"""Assign, mark, lock: two markers by lot, each alone until locked."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from recruitment.notifications.models import Letter
from screening.applications import actions as applications
from screening.assessors.actions import recuse
from screening.assessors.states import PanelKind
from screening.competence import actions
from screening.competence.models import Mark, Marking
from screening.competence.states import MarkingState
from tests import assessments


def again(marking) -> Marking:
    return Marking.objects.get(pk=marking.pk)


# --- assign --------------------------------------------------------------------------------------------------------


def test_each_script_gets_two_different_markers_of_the_panel_who_are_told_by_letter(handed_in, paper, panel, hr_officer):
    given = actions.assign(paper, by=hr_officer)
    assert len({marking.marker_id for marking in given}) == 2
    assert {marking.marker_id for marking in given} <= set(panel.memberships.values_list("assessor", flat=True))
    assert Letter.objects.filter(kind="marking_assigned").count() == 2
    assert Entry.objects.get(verb="screening.paper.assign").data == {"number": 2}


def test_done_again_it_gives_nothing_twice(markings, paper, hr_officer):
    assert actions.assign(paper, by=hr_officer) == []
    assert Letter.objects.filter(kind="marking_assigned").count() == 2


def test_the_burden_is_shared(position, hr_officer, paper, panel):
    files = [assessments.file(position, number) for number in range(6)]
    actions.invite(paper, by=hr_officer)
    for file in files:
        assessments.handed_in(paper, file)
    actions.assign(paper, by=hr_officer)
    loads = [Marking.objects.filter(marker=marker).count() for marker in panel.memberships.values_list("assessor", flat=True)]
    assert loads == [4, 4, 4]


def test_whoever_stepped_back_before_is_not_given_the_script(
    handed_in, paper, panel, hr_officer, assessor, second_assessor, third_assessor
):
    recuse(handed_in.application, assessor=third_assessor, ground="conflict", reason="A former colleague.", by=third_assessor)
    actions.assign(paper, by=hr_officer)
    assert set(handed_in.markings.values_list("marker", flat=True)) == {assessor.pk, second_assessor.pk}


def test_a_script_that_cannot_be_given_waits(handed_in, paper, position, hr_officer, assessor, second_assessor):
    assessments.panel(position, PanelKind.MARKING, members=[assessor, second_assessor], by=hr_officer)
    recuse(handed_in.application, assessor=assessor, ground="conflict", reason="A former colleague.", by=assessor)
    assert [marking.marker_id for marking in actions.assign(paper, by=hr_officer)] == [second_assessor.pk]
    assert actions.assign(paper, by=hr_officer) == []


def test_without_a_panel_nothing_is_given(handed_in, paper, hr_officer):
    with pytest.raises(Refused, match="marking panel"):
        actions.assign(paper, by=hr_officer)


def test_a_script_still_being_written_or_of_somebody_who_withdrew_is_not_given(started, paper, panel, position, hr_officer):
    gone = assessments.file(position, 2)
    actions.invite(paper, by=hr_officer)
    assessments.handed_in(paper, gone)
    applications.withdraw(gone, reason="", by=gone.candidate)
    assert actions.assign(paper, by=hr_officer) == []


@pytest.mark.parametrize("who", ["candidate", "assessor", "qualification_officer", "foreign_hr_officer", "superuser"])
def test_nobody_but_hr_of_the_department_assigns(who, request, handed_in, paper, panel):
    with pytest.raises(PermissionDenied):
        actions.assign(paper, by=request.getfixturevalue(who))


# --- mark ----------------------------------------------------------------------------------------------------------


def test_a_draft_may_have_gaps_and_be_changed(markings, paper):
    own = markings[0]
    line = paper.tasks.first().lines.first()
    actions.mark(own, marks={line.pk: (None, "Not sure yet.")}, by=own.marker)
    actions.mark(own, marks={line.pk: (7, "Seven points.")}, by=own.marker)
    assert own.marks.get().points == 7
    assert Entry.objects.filter(verb="screening.marking.mark", subject_id=str(own.pk)).count() == 2


@pytest.mark.parametrize("points", [-1, 21, 1000])
def test_points_stay_within_the_line(markings, paper, points):
    line = paper.tasks.first().lines.get(key="facts")
    with pytest.raises(Refused, match="0 to 20 points"):
        actions.mark(markings[0], marks={line.pk: (points, "")}, by=markings[0].marker)
    with pytest.raises(IntegrityError), transaction.atomic():
        Mark.objects.create(marking=markings[0], line=line, points=points, observation="")


@pytest.mark.parametrize("who", ["candidate", "rival", "hr_officer", "oversight", "superuser"])
def test_nobody_marks_or_locks_who_was_not_given_the_script(who, request, markings, paper):
    stranger = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        actions.mark(markings[0], marks=assessments.marks(paper, 80), by=stranger)
    with pytest.raises(PermissionDenied):
        actions.lock(markings[0], by=stranger)


def test_one_marker_does_not_write_on_the_others_sheet(markings, paper):
    with pytest.raises(PermissionDenied):
        actions.mark(markings[0], marks=assessments.marks(paper, 80), by=markings[1].marker)


def test_whoever_stepped_back_writes_no_more(markings, paper, handed_in):
    own = markings[0]
    recuse(handed_in.application, assessor=own.marker, ground="conflict", reason="A former colleague.", by=own.marker)
    with pytest.raises(PermissionDenied):
        actions.mark(own, marks=assessments.marks(paper, 80), by=own.marker)


def test_a_script_has_one_sheet_for_each_marker(markings):
    with pytest.raises(IntegrityError), transaction.atomic():
        Marking.objects.create(sitting=markings[0].sitting, marker=markings[0].marker, ordinal=3, place=1)


# --- lock ----------------------------------------------------------------------------------------------------------


def test_locked_marks_have_a_total_a_leaf_and_never_change_again(markings, paper):
    own = assessments.locked(markings[0], 80)
    assert (own.state, own.total) == (MarkingState.LOCKED, 80)
    assert Leaf.objects.filter(kind="marking").count() == 1
    assert Entry.objects.filter(verb="screening.marking.lock", subject_id=str(own.pk), target="locked").count() == 1
    with pytest.raises(Refused, match="locked"):
        actions.mark(again(own), marks=assessments.marks(paper, 90), by=own.marker)
    with pytest.raises((Refused, TransitionNotAllowed)):
        actions.lock(again(own), by=own.marker)
    behind_the_verbs = (
        lambda: Mark.objects.filter(marking=own).update(points=1),
        lambda: Mark.objects.filter(marking=own).delete(),
        lambda: Marking.objects.filter(pk=own.pk).update(total=1),
        lambda: Marking.objects.filter(pk=own.pk).delete(),
    )
    for change in behind_the_verbs:
        with pytest.raises(IntegrityError, match="locked"), transaction.atomic():
            change()


@pytest.mark.parametrize(("points", "observation"), [(None, assessments.OBSERVATION), (5, ""), (5, "Nineteen characters")])
def test_nothing_is_locked_while_points_or_an_observation_are_missing(markings, paper, points, observation):
    own = markings[0]
    marks = assessments.marks(paper, 80)
    marks[min(marks)] = (points, observation)
    actions.mark(own, marks=marks, by=own.marker)
    with pytest.raises(Refused, match="20 characters"):
        actions.lock(again(own), by=own.marker)
    assert again(own).state == MarkingState.DRAFTED
