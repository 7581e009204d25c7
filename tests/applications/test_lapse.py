"""Lapse: time ends what stays too long in the candidate's hands; the robot does it in batches."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from positions.states import PositionState
from recruitment.audit.models import Entry
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications import actions, tasks
from screening.applications.models import Application
from screening.applications.states import State
from tests import factories

pytestmark = pytest.mark.django_db


def late(position) -> None:
    """So long ago that a late submission can no longer be asked for."""
    now = timezone.now()
    then = {"opens_at": now - datetime.timedelta(days=90), "closes_at": now - datetime.timedelta(days=30)}
    type(position).objects.filter(pk=position.pk).update(**then)


def test_a_draft_lapses_after_the_deadline(draft):
    late(draft.position)

    assert tasks.lapse_due() == 1

    stored = Application.objects.get()
    assert stored.state == State.LAPSED and stored.ended_at and stored.reference is None


def test_right_after_the_deadline_a_draft_waits_for_a_request_to_hand_in_late(draft):
    type(draft.position).objects.update(closes_at=timezone.now() - datetime.timedelta(minutes=1))

    assert tasks.lapse_due() == 0


def test_a_draft_lapses_when_the_post_is_closed_early(draft):
    position = draft.position
    type(position)._base_manager.filter(pk=position.pk).update(state=PositionState.CLOSED, closed_at=timezone.now())

    assert tasks.lapse_due() == 1


def test_a_returned_file_lapses_after_its_day(returned):
    assert tasks.lapse_due() == 0

    Application._base_manager.update(correction_due_on=timezone.localdate() - datetime.timedelta(days=1))

    assert tasks.lapse_due() == 1
    assert Application.objects.get().state == State.LAPSED


def test_on_the_last_day_and_before_the_deadline_nothing_lapses(draft, rival, position):
    other = factories.brought_to(factories.complete(factories.application(position, rival)), State.RETURNED)
    Application._base_manager.filter(pk=other.pk).update(correction_due_on=timezone.localdate())

    assert tasks.lapse_due() == 0


def test_what_is_in_the_office_never_lapses_by_itself(submitted):
    late(submitted.position)

    assert tasks.lapse_due() == 0


def test_running_twice_does_it_once(draft):
    late(draft.position)

    assert (tasks.lapse_due(), tasks.lapse_due()) == (1, 0)
    assert Letter.objects.count() == 1


def test_it_works_through_many_in_batches(position, monkeypatch):
    for number in range(5):
        factories.application(position, factories.person(f"sleeper{number}"))
    late(position)
    monkeypatch.setattr(tasks, "BATCH", 2)

    assert [tasks.lapse_due() for _turn in range(4)] == [2, 2, 1, 0]


def test_candidates_and_strangers_cannot_let_a_file_lapse(draft, candidate, rival, foreign_hr_officer):
    for somebody in (candidate, rival, foreign_hr_officer):
        with pytest.raises(PermissionDenied):
            actions.lapse(draft, by=somebody)


def test_a_file_that_moved_on_does_not_lapse(submitted, robot):
    with pytest.raises(TransitionNotAllowed):
        actions.lapse(submitted, by=robot)


def test_the_step_is_recorded_and_told(draft, candidate, robot):
    late(draft.position)

    tasks.lapse_due()

    assert Entry.objects.about(draft).get(verb="screening.application.lapse").actor_id == robot.pk
    letter = Letter.objects.get()
    assert (letter.kind, letter.recipient, letter.language) == (Kind.LAPSED, candidate, "de")
    assert "Investitionsberatung" in letter.subject
