"""Changing a draft, and only a draft."""

import pytest
from django.core.exceptions import PermissionDenied

from positions import actions
from positions.models import Position
from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from tests.factories import DepartmentFactory

pytestmark = pytest.mark.django_db


def test_a_draft_is_changed_and_remembers_who_did_it(drafted, second_hr_officer):
    drafted.title_de = "Neuer Titel"
    actions.revise(drafted, by=second_hr_officer)
    saved = Position.objects.get(pk=drafted.pk)
    assert (saved.title_de, saved.edited_by) == ("Neuer Titel", second_hr_officer)


@pytest.mark.parametrize("state", ["reviewed", "published"])
def test_a_post_past_the_draft_is_not_changed(state, request, hr_officer):
    position = request.getfixturevalue(state)
    position.title_de = "Neuer Titel"
    with pytest.raises(Refused):
        actions.revise(position, by=hr_officer)
    assert Position.objects.get(pk=position.pk).title_de != "Neuer Titel"


@pytest.mark.parametrize("person", ["foreign_hr_officer", "publicity_officer", "candidate", "superuser"])
def test_somebody_else_changes_nothing(person, drafted, request):
    drafted.title_de = "Neuer Titel"
    with pytest.raises(PermissionDenied):
        actions.revise(drafted, by=request.getfixturevalue(person))


def test_a_draft_does_not_wander_to_a_department_that_is_not_ones_own(drafted, hr_officer):
    drafted.department = DepartmentFactory(code="STC")
    with pytest.raises(PermissionDenied):
        actions.revise(drafted, by=hr_officer)


def test_a_change_leaves_a_footprint(drafted, hr_officer):
    actions.revise(drafted, by=hr_officer)
    assert Entry.objects.get(verb="positions.position.revise").actor_id == hr_officer.pk
