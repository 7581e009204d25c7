"""Copying a post: a new draft with all its words, and nothing that belongs to the old one alone."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from positions import actions
from positions.models import Position
from positions.states import PositionState
from recruitment.audit.models import Entry
from recruitment.notifications.models import Letter

pytestmark = pytest.mark.django_db


@pytest.fixture
def old(published) -> Position:
    """A post of last year, so that its number is not drawn again."""
    Position._base_manager.filter(pk=published.pk).update(reference="SH-P-2025-001")
    return Position.objects.get(pk=published.pk)


def test_words_terms_requirements_and_documents_go_along(old, second_hr_officer):
    copy = actions.copy(old, by=second_hr_officer)
    assert (copy.state, copy.author) == (PositionState.DRAFTED, second_hr_officer)
    for name in ("title_de", "duties_ko", "legal_basis_zh_hans", "salary_min", "engagement_type", "round_id", "working_languages"):
        assert getattr(copy, name) == getattr(old, name), name
    assert [(row.kind, row.params, row.sentence_ja) for row in copy.rules.all()] == [
        (row.kind, row.params, row.sentence_ja) for row in old.rules.all()
    ]
    assert copy.required_documents.count() == old.required_documents.count() == 1
    assert old.rules.count() == 1


def test_dates_approval_secrecy_and_stamps_stay_behind(old, second_hr_officer):
    copy = Position.objects.get(pk=actions.copy(old, by=second_hr_officer).pk)
    for name in ("opens_at", "closes_at", "test_on", "interview_on", "involves_state_secrets", "reviewed_by", "published_at", "edited_by"):
        assert getattr(copy, name) is None, name
    assert (copy.approval_document_no, copy.secrecy_declared_by, copy.reviewed_digest, copy.search_text) == ("", "", "", "")
    assert copy.reference != old.reference and copy.uuid != old.uuid
    assert copy.created_at > old.created_at


@pytest.mark.parametrize("person", ["foreign_hr_officer", "publicity_officer", "candidate", "superuser"])
def test_somebody_else_copies_nothing(person, old, request):
    with pytest.raises(PermissionDenied):
        actions.copy(old, by=request.getfixturevalue(person))
    assert Position.objects.count() == 1


def test_twice_makes_two_and_each_leaves_a_footprint_and_no_letter(old, hr_officer):
    actions.copy(old, by=hr_officer)
    actions.copy(old, by=hr_officer)
    entries = Entry.objects.filter(verb="positions.position.copy")
    assert [entry.data["from"] for entry in entries] == [old.reference] * 2
    assert not Letter.objects.exists()


def test_the_button_leads_to_the_new_draft(old, hr_officer, client):
    client.force_login(hr_officer)
    response = client.post(reverse("admin:positions_position_verb", args=[old.pk, "copy"]), follow=True)
    copy = Position.objects.exclude(pk=old.pk).get()
    assert response.redirect_chain[-1][0] == reverse("admin:positions_position_change", args=[copy.pk])
    page = response.content.decode()
    assert f"A new draft was written: {copy.reference}." in page and "“application deadline” is missing." in page
