"""Whatever somebody types into any form of the file: a page and never a failure; and a section asks the database little."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from screening.applications.forms import EducationForm, EmploymentForm, IdentityForm, InterestForm, LanguageForm, PauseForm, RefereeForm
from screening.applications.models import Education
from screening.applications.states import Section
from tests.applications.answers import ADJUSTMENTS, COMPETENCIES, DECLARATIONS, EDUCATION, ENTRIES, IDENTITY

pytestmark = pytest.mark.django_db

NASTY = {
    "nul": "a\x00b",
    "turned": "\u202egro.live\u202c \u2066x\u2069",
    "long": "長" * 100_000,
    "emoji": "👩🏽‍🚀 Zoë 🇸🇬",
    "script": "<script>alert(1)</script>",
    "attribute": '" onfocus="alert(1)',
    "template": "{{ 7 }}{% url 'x' %}${7}",
    "number": "9" * 400,
    "negative": "-1e309",
    "date": "2026-02-30",
    "surrogates": "\ud800",
    "spaces": "\u3000\u200b\u00a0\t\n",
    "zalgo": "Z" + "\u0301" * 500,
}
PAGES = {"identity": IDENTITY, "competencies": COMPETENCIES, "adjustments": ADJUSTMENTS, "declarations": DECLARATIONS}
# Megabytes in one form are turned away as a whole.
TOO_BIG = (200, 400, 413)
ANY = st.one_of(st.text(max_size=40), st.sampled_from(list(NASTY.values())[:2] + list(NASTY.values())[3:10]))


@pytest.mark.parametrize("name", [name for name in NASTY if name != "surrogates"])
@pytest.mark.parametrize("section", PAGES)
def test_a_section_full_of_it_is_a_page(signed_in, draft, section, name):
    answers = dict.fromkeys(PAGES[section], NASTY[name])
    response = signed_in.post(reverse("applications:section", args=[draft.uuid, section]), {**answers, "then": "complete", "seen": ""})

    assert response.status_code in (TOO_BIG if name == "long" else (200, 302))
    html = response.content.decode()
    assert "<script>alert" not in html and '" onfocus="alert' not in html
    assert signed_in.get(reverse("applications:check", args=[draft.uuid])).status_code == 200


@pytest.mark.parametrize("name", [name for name in NASTY if name != "surrogates"])
@pytest.mark.parametrize("kind", ENTRIES)
def test_an_entry_full_of_it_is_a_page_or_is_kept_as_text(signed_in, draft, kind, name):
    answers = dict.fromkeys(ENTRIES[kind], NASTY[name])
    response = signed_in.post(reverse("applications:entry_add", args=[draft.uuid, kind]), {**answers, "then": "later"}, follow=True)

    assert response.status_code in (TOO_BIG if name == "long" else (200,))
    assert "<script>alert" not in response.content.decode()


def test_a_character_that_cannot_be_seen_is_told_by_its_number(signed_in, draft):
    page = reverse("applications:section", args=[draft.uuid, "identity"])
    response = signed_in.post(page, {**IDENTITY, "full_name_latin": "Anna \u202eannA", "then": "later", "seen": ""})
    assert "U+202E" in str(response.context["form"].errors["full_name_latin"])


def test_turning_characters_are_not_kept(signed_in, draft):
    answers = {**EDUCATION, "institution": "Uni \u202eversity\u2069"}
    signed_in.post(reverse("applications:entry_add", args=[draft.uuid, "education"]), {**answers, "then": "complete"})
    assert Education.objects.get().institution == "Uni versity"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("form", [IdentityForm, EducationForm, EmploymentForm, LanguageForm, PauseForm, RefereeForm, InterestForm])
def test_a_form_answers_anything_with_sentences_and_no_failure(form, data):
    names = [
        part
        for name in form.base_fields
        for part in ([f"{name}_{box}" for box in ("day", "month", "year")] if name.endswith(("_on", "_date")) else [name])
    ]
    answers = {name: data.draw(ANY) for name in [*names, *form.base_fields]}
    for whole in (True, False):
        typed = form(answers, whole=whole)
        typed.is_valid()
        assert all(str(sentence) for errors in typed.errors.values() for sentence in errors)
        typed.values()


@settings(max_examples=100, deadline=None)
@given(day=st.integers(-1, 40), month=st.integers(-1, 14), year=st.integers(0, 12_000))
def test_a_date_is_a_real_one_or_is_refused(day, month, year):
    form = EducationForm({"began_on_day": str(day), "began_on_month": str(month), "began_on_year": str(year)}, whole=False)
    form.is_valid()
    began = form.cleaned_data.get("began_on")
    assert "began_on" in form.errors or (began.day, began.month, began.year) == (day, month, year)


@settings(max_examples=100, deadline=None)
@given(name=st.text(max_size=60))
def test_a_name_is_kept_as_it_was_typed_or_is_refused(name):
    form = IdentityForm({"full_name_latin": name}, whole=False)
    form.is_valid()
    assert "full_name_latin" in form.errors or form.cleaned_data["full_name_latin"] == name.strip()


@pytest.mark.parametrize("section", Section)
def test_a_section_asks_little(signed_in, complete_draft, section):
    """Ten of its own; session, reader and language come on top for every page."""
    url = reverse("applications:section", args=[complete_draft.uuid, section])
    signed_in.get(url)
    with CaptureQueriesContext(connection) as asked:
        signed_in.get(url)
    assert len(asked) <= 12, [query["sql"][:120] for query in asked]
