"""Publishing a post: only when everything is there, reviewed by a second person, and unchanged since."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django_fsm import TransitionNotAllowed

from positions import actions
from positions.conditions import Incomplete, missing
from positions.models import Position, Round
from positions.states import EngagementType, PositionState
from recruitment.audit.models import Entry
from recruitment.ledger.models import Leaf
from recruitment.notifications.models import Letter
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_reviewed_post_is_published_with_its_stamps_and_can_be_found(reviewed, hr_officer):
    position = actions.publish(reviewed, by=hr_officer)
    assert position.state == PositionState.PUBLISHED
    assert position.published_by == hr_officer and position.published_at is not None
    assert Position.objects.public().search("投资").get() == position


def test_the_rules_of_the_round_are_fixed_with_the_policy_of_the_day(reviewed, hr_officer):
    actions.publish(reviewed, by=hr_officer)
    round = Round.objects.get(pk=reviewed.round_id)
    assert round.is_frozen
    assert (round.frozen["competence_weight"], round.frozen["crosscultural_weight"]) == (40, 60)
    assert round.frozen["policy"]["contract.term_months.max"] == 60
    assert round.frozen["service_days"]["qualification"] == 10


def test_fixed_rules_cannot_be_changed_even_by_a_mistake_in_code(published):
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.filter(pk=published.round_id).update(competence_weight=50, crosscultural_weight=50)


def test_a_second_post_of_the_round_finds_the_rules_fixed_and_leaves_them(published, department, hr_officer, second_hr_officer):
    before = Round.objects.get(pk=published.round_id).frozen_at
    other = factories.planned_position(department, author=hr_officer)
    actions.publish(actions.review(other, by=second_hr_officer, note="Read."), by=hr_officer)
    assert Round.objects.get(pk=published.round_id).frozen_at == before


def test_the_ledger_holds_the_round_and_the_post(published):
    assert set(Leaf.objects.values_list("kind", "reference")) == {("round", published.round.reference), ("position", published.reference)}


@pytest.mark.parametrize("person", ["foreign_hr_officer", "publicity_officer", "system_administrator", "candidate", "superuser"])
def test_somebody_else_cannot_publish(person, reviewed, request):
    with pytest.raises(PermissionDenied):
        actions.publish(reviewed, by=request.getfixturevalue(person))
    assert Position.objects.get(pk=reviewed.pk).state == PositionState.REVIEWED


def test_a_published_post_is_not_published_again(published, hr_officer):
    with pytest.raises(TransitionNotAllowed):
        actions.publish(published, by=hr_officer)


def test_a_draft_is_refused_for_want_of_the_secrecy_review(drafted, hr_officer):
    with pytest.raises(Incomplete) as refusal:
        actions.publish(drafted, by=hr_officer)
    assert refusal.value.sentences == ["The secrecy review by a second person has not been done."]


def test_everything_that_is_missing_is_told_at_once(department, hr_officer):
    bare = {
        "engagement_type": "",
        "approval_document_no": "",
        "involves_state_secrets": None,
        "legal_basis_de": "",
        "summary_ko": None,
        "closes_at": None,
    }
    position = factories.planned_position(department, author=hr_officer, **bare)
    position.rules.all().delete()
    with translation.override("en"), pytest.raises(Incomplete) as refusal:
        actions.publish(position, by=hr_officer)
    assert [str(sentence) for sentence in refusal.value.sentences] == [
        "The secrecy review by a second person has not been done.",
        "“type of engagement” is missing.",
        "“number of the approval” is missing.",
        "“application deadline” is missing.",
        "“summary” is missing in: 한국어.",
        "“legal basis” is missing in: Deutsch.",
        "Answer whether the post involves state secrets (Civil Servants Law, Article 100).",
        "Enter at least one eligibility requirement.",
    ]
    assert str(refusal.value.sentence).count("\n") == 7


def test_a_contract_post_with_state_secrets_is_refused(department, hr_officer, second_hr_officer):
    position = factories.planned_position(
        department, author=hr_officer, engagement_type=EngagementType.APPOINTED_CONTRACT, involves_state_secrets=True
    )
    with pytest.raises(Incomplete):
        actions.review(position, by=second_hr_officer, note="Read.")
    assert len(missing(position)) == 1


def test_what_was_changed_after_the_review_is_not_published(reviewed, hr_officer):
    Position._base_manager.filter(pk=reviewed.pk).update(summary_de="Etwas anderes.")
    with pytest.raises(Incomplete) as refusal:
        actions.publish(reviewed, by=hr_officer)
    assert refusal.value.sentences == ["The post was changed after the secrecy review; it must be reviewed again."]


def test_a_requirement_that_was_changed_after_the_review_is_not_published(reviewed, hr_officer):
    reviewed.rules.update(params={"min": 18})
    with pytest.raises(Incomplete):
        actions.publish(reviewed, by=hr_officer)


def test_a_deadline_that_has_passed_is_refused(reviewed, hr_officer):
    Position._base_manager.filter(pk=reviewed.pk).update(closes_at=timezone.now() - datetime.timedelta(minutes=1))
    with pytest.raises(Incomplete) as refusal:
        actions.publish(reviewed, by=hr_officer)
    assert "The application deadline has already passed." in refusal.value.sentences


def test_publishing_leaves_a_footprint(reviewed, hr_officer):
    actions.publish(reviewed, by=hr_officer)
    entry = Entry.objects.get(verb="positions.position.publish")
    assert (entry.actor_id, entry.source, entry.target, entry.subject_reference) == (
        hr_officer.pk,
        "reviewed",
        "published",
        reviewed.reference,
    )
    assert Entry.objects.filter(verb="positions.round.freeze").count() == 1


def test_publishing_writes_no_letter(published):
    assert not Letter.objects.exists()


def test_a_refused_publication_leaves_nothing_behind(reviewed, foreign_hr_officer):
    entries = Entry.objects.count()
    with pytest.raises(PermissionDenied):
        actions.publish(reviewed, by=foreign_hr_officer)
    assert Entry.objects.count() == entries and not Leaf.objects.exists()
    assert not Round.objects.get(pk=reviewed.round_id).is_frozen
