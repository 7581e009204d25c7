"""Taking a reviewed post back: the review no longer stands."""

import pytest
from django.core.exceptions import PermissionDenied
from django_fsm import TransitionNotAllowed

from positions import actions
from positions.models import Position
from positions.states import PositionState
from recruitment.audit.models import Entry

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("person", ["hr_officer", "second_hr_officer", "publicity_officer"])
def test_a_reviewed_post_goes_back_to_the_draft_without_its_review(person, reviewed, request):
    position = actions.amend(reviewed, by=request.getfixturevalue(person), note="Wrong date.")
    assert position.state == PositionState.DRAFTED
    assert (position.reviewed_by, position.reviewed_at, position.reviewed_digest, position.review_note) == (None, None, "", "")


def test_after_it_the_whole_way_is_open_again(reviewed, hr_officer, second_hr_officer):
    position = actions.amend(reviewed, by=hr_officer, note="Wrong date.")
    position.title_de = "Besserer Titel"
    actions.revise(position, by=hr_officer)
    published = actions.publish(actions.review(position, by=second_hr_officer, note="Read."), by=hr_officer)
    assert published.title_de == "Besserer Titel"


@pytest.mark.parametrize("person", ["foreign_hr_officer", "candidate", "outsider", "superuser"])
def test_somebody_else_takes_nothing_back(person, reviewed, request):
    with pytest.raises(PermissionDenied):
        actions.amend(reviewed, by=request.getfixturevalue(person), note="Wrong.")
    assert Position.objects.get(pk=reviewed.pk).state == PositionState.REVIEWED


@pytest.mark.parametrize("state", ["drafted", "published"])
def test_only_a_reviewed_post_is_taken_back(state, request, hr_officer):
    with pytest.raises(TransitionNotAllowed):
        actions.amend(request.getfixturevalue(state), by=hr_officer, note="Wrong.")


def test_taking_back_leaves_a_footprint(reviewed, hr_officer):
    actions.amend(reviewed, by=hr_officer, note="Wrong date.")
    assert Entry.objects.get(verb="positions.position.amend").data == {"note": "Wrong date."}
