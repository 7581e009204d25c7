"""Declarations and consents: every consent by itself, on its exact words, through the ledger of consents."""

import pytest
from django.urls import reverse

from recruitment.privacy.models import Consent, PrivacyNotice
from recruitment.privacy.queries import has_consent
from recruitment.privacy.states import REQUIRED_FOR_APPLICATION
from recruitment.privacy.texts import text
from screening.applications.models import Declaration, SectionProgress
from tests.applications.answers import DECLARATIONS

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(draft):
    return reverse("applications:section", args=[draft.uuid, "declarations"])


def save(client, page: str, **answers):
    seen = SectionProgress.objects.filter(section="declarations").first()
    return client.post(page, {**DECLARATIONS, "then": "complete", "seen": seen.stamp if seen else "", **answers})


def test_the_page_shows_the_exact_words_of_every_consent(signed_in, page):
    response = signed_in.get(page)

    shown = [consent.words for consent in response.context["form"].wordings()]
    notice = PrivacyNotice.objects.in_force()
    assert [text(kind, "en", notice) for kind in REQUIRED_FOR_APPLICATION] == shown[:4]
    assert response.content.decode().count("you may refuse") == 3


def test_each_tick_is_one_line_on_the_words_that_were_shown(signed_in, page, draft, candidate):
    save(signed_in, page)

    for kind in REQUIRED_FOR_APPLICATION:
        line = Consent.objects.get(kind=kind)
        assert has_consent(candidate, kind, about=draft)
        assert (line.event, line.wording.language) == ("given", "en")
        assert line.wording.body == text(kind, "en", PrivacyNotice.objects.in_force())
    assert not has_consent(candidate, "recording", about=draft)


def test_saving_again_writes_no_second_line(signed_in, page):
    save(signed_in, page)
    save(signed_in, page)

    assert Consent.objects.count() == 4


def test_taking_a_tick_away_withdraws_the_consent(signed_in, page, draft, candidate):
    save(signed_in, page, consent_recording="on")
    assert has_consent(candidate, "recording", about=draft)

    save(signed_in, page)

    assert not has_consent(candidate, "recording", about=draft)


@pytest.mark.parametrize("kind", REQUIRED_FOR_APPLICATION)
def test_without_a_needed_consent_the_section_is_not_complete_and_says_openly_why(signed_in, page, kind):
    response = save(signed_in, page, **{f"consent_{kind}": ""})

    assert "Without this consent the application cannot be examined" in str(response.context["form"].errors[f"consent_{kind}"])
    assert SectionProgress.objects.get().done is False
    assert Declaration.objects.get().was_dismissed is False


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"has_criminal_record": "yes"}, "explanation"),
        ({"was_dismissed": "yes"}, "explanation"),
    ],
)
def test_a_yes_asks_for_its_explanation(signed_in, page, answers, field):
    assert save(signed_in, page, **answers).context["form"].errors[field]
    assert save(signed_in, page, **answers, **{field: "In 2009, a fine for a demonstration."}).status_code == 302


def test_answers_stay_booleans(signed_in, page):
    save(signed_in, page, was_dismissed="yes", explanation="In 2009.")

    declaration = Declaration.objects.get()
    assert (declaration.has_criminal_record, declaration.was_dismissed) == (False, True)
