"""Planning a post: it gets its code without gaps, its author, and waits."""

import pytest
from django.core.exceptions import PermissionDenied

from positions import actions
from positions.models import Position
from positions.states import PositionState
from recruitment.audit.models import Entry
from recruitment.notifications.models import Letter
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def unwritten(department, hr_officer) -> Position:
    """A post as HR's form leaves it: not saved, without code."""
    position = factories.planned_position(department, author=hr_officer)
    position.rules.all().delete()
    position.required_documents.all().delete()
    position.delete()
    position.pk, position.reference = None, ""
    return position


def test_a_post_gets_the_next_code_of_the_year_and_its_author(unwritten, second_hr_officer):
    position = actions.plan(unwritten, by=second_hr_officer)
    year = position.created_at.year
    assert position.reference == f"SH-P-{year}-001"
    assert position.author == second_hr_officer
    assert Position.objects.get().state == PositionState.DRAFTED


def test_codes_follow_each_other(unwritten, hr_officer):
    first = actions.plan(unwritten, by=hr_officer).reference
    unwritten.pk = None
    unwritten.uuid = factories.factory.Faker("uuid4").evaluate(None, None, {"locale": None})
    assert int(actions.plan(unwritten, by=hr_officer).reference[-3:]) == int(first[-3:]) + 1


@pytest.mark.parametrize(
    "person", ["foreign_hr_officer", "publicity_officer", "qualification_officer", "candidate", "outsider", "superuser"]
)
def test_somebody_else_plans_nothing(person, unwritten, request):
    with pytest.raises(PermissionDenied):
        actions.plan(unwritten, by=request.getfixturevalue(person))
    assert not Position.objects.exists()


def test_planning_leaves_a_footprint_and_writes_no_letter(unwritten, hr_officer):
    actions.plan(unwritten, by=hr_officer)
    entry = Entry.objects.get(verb="positions.position.plan")
    assert (entry.actor_id, entry.subject_reference) == (hr_officer.pk, unwritten.reference)
    assert not Letter.objects.exists()


def test_a_draft_may_have_nothing_but_its_title(department, hr_officer):
    bare = factories.planned_position(
        department, author=hr_officer, **{f"summary_{code}": None for code in factories.TITLES}, opens_at=None, closes_at=None
    )
    assert bare.state == PositionState.DRAFTED
