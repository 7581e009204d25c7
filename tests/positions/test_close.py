"""Closing a call: by HR, or by itself at the published deadline."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from positions import actions
from positions.models import Position
from positions.states import PositionState
from positions.tasks import close_due
from recruitment.audit.models import Entry
from tests import factories

pytestmark = pytest.mark.django_db


def test_hr_closes_a_call(published, second_hr_officer):
    position = actions.close(published, by=second_hr_officer)
    assert position.state == PositionState.CLOSED and position.closed_at is not None
    assert not position.is_open


@pytest.mark.parametrize("person", ["foreign_hr_officer", "publicity_officer", "candidate", "outsider", "superuser"])
def test_somebody_else_closes_nothing(person, published, request):
    with pytest.raises(PermissionDenied):
        actions.close(published, by=request.getfixturevalue(person))
    assert Position.objects.get(pk=published.pk).is_open


@pytest.mark.parametrize("state", ["drafted", "reviewed"])
def test_what_is_not_public_is_not_closed(state, request, hr_officer):
    with pytest.raises(TransitionNotAllowed):
        actions.close(request.getfixturevalue(state), by=hr_officer)


def test_closing_leaves_a_footprint(published, hr_officer):
    actions.close(published, by=hr_officer)
    entry = Entry.objects.get(verb="positions.position.close")
    assert (entry.source, entry.target) == ("published", "closed")


def test_calls_whose_deadline_has_passed_are_closed_by_the_robot_once(published, department, hr_officer, second_hr_officer, robot):
    open_still = factories.published_position(department, author=hr_officer, reviewer=second_hr_officer)
    Position._base_manager.filter(pk=published.pk).update(closes_at=timezone.now() - datetime.timedelta(seconds=1))
    assert close_due() == 1
    assert close_due() == 0
    assert Position.objects.get(pk=published.pk).state == PositionState.CLOSED
    assert Position.objects.get(pk=open_still.pk).state == PositionState.PUBLISHED
    assert Entry.objects.get(verb="positions.position.close").actor_id == robot.pk


def test_nobody_applies_after_the_deadline_even_before_the_robot_comes(published):
    moment = published.closes_at
    assert published.is_open_at(moment - datetime.timedelta(microseconds=1))
    assert not published.is_open_at(moment)
    assert not published.is_open_at(published.opens_at - datetime.timedelta(microseconds=1))
