"""Giving a consent: on the exact words of the day, for one matter, by oneself alone."""

import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.policy.actions import set_value
from recruitment.privacy import texts
from recruitment.privacy.actions import give, withdraw
from recruitment.privacy.models import Consent, Wording
from recruitment.privacy.queries import has_consent, missing_consents
from recruitment.privacy.states import REQUIRED_FOR_APPLICATION, ConsentKind
from tests.factories import brought_to

pytestmark = pytest.mark.django_db


def test_a_consent_counts_from_the_moment_it_is_given(candidate):
    assert not has_consent(candidate, ConsentKind.PUBLICATION)
    give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate)
    assert has_consent(candidate, ConsentKind.PUBLICATION)
    assert not has_consent(candidate, ConsentKind.HEALTH)


def test_it_is_for_one_matter_only(candidate, hr_officer, outsider):
    give(candidate, ConsentKind.PUBLICATION, language="en", about=hr_officer, by=candidate)
    assert has_consent(candidate, ConsentKind.PUBLICATION, about=hr_officer)
    assert not has_consent(candidate, ConsentKind.PUBLICATION, about=outsider)
    assert not has_consent(candidate, ConsentKind.PUBLICATION)
    assert not has_consent(outsider, ConsentKind.PUBLICATION, about=hr_officer)


def test_a_consent_given_to_a_draft_holds_when_the_draft_gets_its_number(draft, candidate):
    give(candidate, ConsentKind.PUBLICATION, language="en", about=draft, by=candidate)
    submitted = brought_to(draft, "submitted")
    assert submitted.reference
    assert has_consent(candidate, ConsentKind.PUBLICATION, about=submitted)


def test_the_words_are_kept_as_they_were_shown(candidate):
    consent = give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate)
    assert "for at least 5 working days" in consent.wording.body
    assert "30 days after the notice period" in consent.wording.body
    text = f"publication\nen\n{consent.wording.body}"
    assert consent.wording_id == hashlib.sha256(text.encode()).hexdigest()


def test_other_numbers_make_other_words_and_the_old_words_stay(candidate, system_administrator):
    before = give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate)
    set_value("notice.takedown_after_days", 60, reason="x", valid_from=timezone.localdate(), by=system_administrator)
    after = give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate)
    assert before.wording_id != after.wording_id
    assert "30 days" in Wording.objects.get(pk=before.wording_id).body


def test_the_consent_to_the_notice_names_its_version_and_checksum(candidate):
    consent = give(candidate, ConsentKind.PRIVACY_NOTICE, language="en", by=candidate)
    assert "version 1 (checksum " in consent.wording.body


def test_giving_it_twice_leaves_one_line(candidate):
    first = give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate)
    assert give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate) == first
    assert Consent.objects.count() == 1


def test_after_a_withdrawal_it_can_be_given_again(candidate):
    withdraw(give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate), by=candidate)
    give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate)
    assert has_consent(candidate, ConsentKind.PUBLICATION)
    assert Consent.objects.count() == 3


@pytest.mark.parametrize("who", ["rival", "hr_officer", "security_administrator", "superuser"])
def test_nobody_consents_for_somebody_else(candidate, who, request):
    with pytest.raises(Refused, match="person concerned"):
        give(candidate, ConsentKind.PUBLICATION, language="en", by=request.getfixturevalue(who))
    assert not Consent.objects.exists()


def test_an_unknown_kind_or_language_is_refused(candidate):
    with pytest.raises(ValueError, match="astrology"):
        give(candidate, "astrology", language="en", by=candidate)
    with pytest.raises(ValidationError, match="language"):
        give(candidate, ConsentKind.HEALTH, language="fr", by=candidate)


def test_it_leaves_one_footprint(candidate):
    consent = give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate)
    entry = Entry.objects.get(verb="privacy.consent.give")
    assert entry.data == {"kind": "publication", "wording": consent.wording_id, "about": ""}
    assert entry.actor_id == candidate.pk


def test_what_an_application_needs_is_asked_in_one_query(candidate, django_assert_num_queries):
    give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate)
    with django_assert_num_queries(1):
        missing = missing_consents(candidate)
    assert missing == [kind for kind in REQUIRED_FOR_APPLICATION if kind != ConsentKind.PUBLICATION]


@pytest.mark.parametrize("kind", ConsentKind)
@pytest.mark.parametrize("language", ["zh-hans", "en", "de", "ja", "ko"])
def test_every_kind_has_words_without_gaps_and_a_consequence(kind, language):
    text = texts.text(kind, language)
    assert text
    assert "%(" not in text
    assert texts.consequence(kind)


@pytest.mark.parametrize("table", ["privacy_consent", "privacy_wording", "privacy_privacynotice"])
@pytest.mark.parametrize("statement", ["delete from {}", "truncate {} cascade", "alter table {} disable trigger all"])
def test_the_registers_cannot_be_changed_by_the_application(candidate, table, statement):
    give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))


@pytest.mark.parametrize(
    "statement",
    [
        "update privacy_consent set event = 'withdrawn'",
        "update privacy_wording set body = ''",
        "update privacy_privacynotice set body_en = ''",
    ],
)
def test_no_line_is_rewritten(candidate, statement):
    give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_somebody_with_consents_cannot_be_deleted(candidate):
    give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate)
    with pytest.raises(DatabaseError), transaction.atomic():
        candidate.delete()
