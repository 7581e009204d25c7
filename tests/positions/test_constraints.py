"""What the database itself refuses, whoever asks and by whatever way."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from positions.models import Position, Round

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.mark.parametrize(
    "values",
    [
        {"term_months": 11}, {"term_months": 61}, {"probation_months": 13}, {"term_months": 12, "probation_months": 12},
        {"headcount": 0}, {"salary_min": 5, "salary_max": 4}, {"opens_at": NOW, "closes_at": NOW},
        {"state": "invented"}, {"closed_at": NOW}, {"published_at": NOW}, {"reviewed_at": NOW},
        {"state": "reviewed"}, {"state": "published"}, {"state": "closed"},
    ],
)  # fmt: skip
def test_a_draft_with_impossible_values_is_refused(values, drafted):
    with pytest.raises(IntegrityError), transaction.atomic():
        Position._base_manager.filter(pk=drafted.pk).update(**values)


@pytest.mark.parametrize(
    "values",
    [
        {"engagement_type": ""}, {"approving_authority_zh_hans": ""}, {"approving_authority_zh_hans": None},
        {"legal_basis_zh_hans": ""}, {"legal_basis_zh_hans": None}, {"approval_document_no": ""}, {"involves_state_secrets": None},
        {"opens_at": None}, {"closes_at": None}, {"engagement_type": "appointed_contract", "involves_state_secrets": True},
        {"reviewed_at": None, "reviewed_by": None}, {"published_at": None}, {"state": "drafted"}, {"closed_at": NOW},
    ],
)  # fmt: skip
def test_a_public_post_without_what_the_law_asks_for_is_refused(values, published):
    with pytest.raises(IntegrityError), transaction.atomic():
        Position._base_manager.filter(pk=published.pk).update(**values)


@pytest.mark.parametrize("values", [{"term_months": 12}, {"term_months": 60}, {"probation_months": 0}, {"probation_months": 12}])
def test_the_limits_themselves_are_lawful(values, drafted):
    assert Position._base_manager.filter(pk=drafted.pk).update(**values) == 1


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"term_months": 61}, "A contract runs for one to five years: enter 12 to 60 months (Civil Servants Law, Article 103)."),
        ({"salary_min": 5, "salary_max": 4}, "The lower salary must not be above the higher one."),
        ({"opens_at": NOW, "closes_at": NOW - datetime.timedelta(1)}, "Applications must open before the deadline."),
    ],
)
def test_the_form_says_the_same_in_a_sentence(values, sentence, drafted):
    for name, value in values.items():
        setattr(drafted, name, value)
    with pytest.raises(ValidationError) as refusal:
        drafted.validate_constraints()
    assert sentence in refusal.value.messages


@pytest.mark.parametrize(
    "values",
    [
        {"competence_weight": 50}, {"crosscultural_weight": 100}, {"notice_working_days": 4}, {"competence_min": 101},
        {"panel_size": 3}, {"frozen_at": NOW}, {"frozen": {"a": 1}},
    ],
)  # fmt: skip
def test_a_round_with_impossible_rules_is_refused(values):
    round = Round.objects.create(reference="2027-1")
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.filter(pk=round.pk).update(**values)
