"""The secrecy review: by a second person, on a complete text, before publication."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django_fsm import TransitionNotAllowed

from positions import actions
from positions.conditions import Incomplete, digest
from positions.models import Position
from positions.states import PositionState
from recruitment.audit.models import Entry
from recruitment.notifications.models import Letter
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("person", ["second_hr_officer", "publicity_officer"])
def test_a_second_person_passes_the_review_with_a_note(person, drafted, request):
    reviewer = request.getfixturevalue(person)
    position = actions.review(drafted, by=reviewer, note="All items read.")
    assert position.state == PositionState.REVIEWED
    assert (position.reviewed_by, position.review_note) == (reviewer, "All items read.")
    assert position.reviewed_digest == digest(position)


@pytest.mark.parametrize(
    "person", ["hr_officer", "foreign_hr_officer", "qualification_officer", "candidate", "outsider", "superuser", "robot"]
)
def test_neither_the_author_nor_an_outsider_reviews(person, drafted, request):
    with pytest.raises(PermissionDenied):
        actions.review(drafted, by=request.getfixturevalue(person), note="Read.")
    assert Position.objects.get(pk=drafted.pk).state == PositionState.DRAFTED


def test_whoever_edited_the_draft_last_does_not_review_it(drafted, second_hr_officer, publicity_officer):
    actions.revise(drafted, by=second_hr_officer)
    with pytest.raises(PermissionDenied):
        actions.review(drafted, by=second_hr_officer, note="Read.")
    assert actions.review(drafted, by=publicity_officer, note="Read.").state == PositionState.REVIEWED


def test_the_database_too_refuses_an_author_as_reviewer(reviewed, hr_officer):
    with pytest.raises(IntegrityError), transaction.atomic():
        Position._base_manager.filter(pk=reviewed.pk).update(reviewed_by=hr_officer)


@pytest.mark.parametrize("state", ["reviewed", "published"])
def test_what_was_reviewed_is_not_reviewed_again(state, request, publicity_officer):
    with pytest.raises(TransitionNotAllowed):
        actions.review(request.getfixturevalue(state), by=publicity_officer, note="Read.")


def test_an_incomplete_text_is_not_reviewed(department, hr_officer, second_hr_officer):
    position = factories.planned_position(department, author=hr_officer, duties_ja="")
    with pytest.raises(Incomplete) as refusal:
        actions.review(position, by=second_hr_officer, note="Read.")
    assert [str(sentence) for sentence in refusal.value.sentences] == ["“duties” is missing in: 日本語."]


def test_the_review_leaves_a_footprint_and_writes_no_letter(drafted, second_hr_officer):
    actions.review(drafted, by=second_hr_officer, note="Read.")
    entry = Entry.objects.get(verb="positions.position.review")
    assert (entry.actor_id, entry.source, entry.target) == (second_hr_officer.pk, "drafted", "reviewed")
    assert not Letter.objects.exists()
