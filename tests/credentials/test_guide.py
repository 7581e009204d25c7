"""The public guide: a country and a paper, no account, nothing stored, honest where nothing is known."""

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from recruitment.audit.models import Entry
from recruitment.core import caching
from screening.credentials.models import Country, Credential
from screening.credentials.register.phrases import LANGUAGES
from screening.credentials.states import PaperKind, Recognition

pytestmark = pytest.mark.django_db

LIKELY = "DE FR GB IT ES NL SE CH PL AT BE IE PT US CA MX BR AR AU NZ JP KR SG MY TH VN ID PH IN PK KZ RU ZA EG NG KE AE SA TR UA"


def shown(client, language: str = "en", **asked) -> str:
    with translation.override(language):
        address = reverse("credentials:guide")
    response = client.get(address, asked)
    assert response.status_code == 200
    return response.content.decode()


def test_the_form_alone_says_the_general_rule(client):
    page = shown(client)

    assert "Apostille Convention" in page and "Another country or region" in page


def test_a_country_and_a_paper_give_issuer_validity_weeks_and_source(client):
    page = shown(client, country="DE", paper="no_criminal_record")

    for said in ("Federal Office of Justice (Bundesamt für Justiz)", "Führungszeugnis", "6 months, counted from the day of issue"):
        assert said in page
    assert "2 to 6 weeks" in page and "Not yet verified by the office" in page
    assert "Birth certificate" not in page.split('id="found"')[1]


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
@pytest.mark.parametrize("country", ["DE", "IN", "HK", "other"])
def test_every_paper_is_explained_in_every_language(client, language, country):
    page = shown(client, language, country=country)

    assert page.count("govuk-summary-list__row") == 6 * len(PaperKind)
    assert "None" not in page


def test_a_country_with_which_the_convention_is_not_in_force_needs_legalisation(client):
    assert "not in force between the two countries" in shown(client, country="IN", paper="degree")
    assert "not a party" in shown(client, country="TH", paper="degree")
    assert "notarial route of its own" in shown(client, country="HK", paper="degree")


def test_what_is_shorter_by_the_country_counts(client):
    assert "3 months, counted from the day of issue" in shown(client, country="PT", paper="no_criminal_record")


@pytest.mark.parametrize("country", ["XX", "<script>alert(1)</script>", "", "DE' or 1=1"])
def test_a_country_that_is_not_there_is_answered_with_a_sentence(client, country):
    page = shown(client, country=country)

    assert "Choose a country or region of the list" in page or "Choose the country or region in which" in page
    assert "<script>alert" not in page


def test_a_paper_that_is_not_there_is_answered_with_a_sentence(client):
    assert "Choose a paper of the list." in shown(client, country="DE", paper="diploma")


def test_without_any_line_the_page_says_so(client):
    Credential.objects.all().delete()

    assert "Nothing has been entered here yet" in shown(client, country="DE")


def test_it_asks_the_database_at_most_five_times_and_is_kept(client, django_assert_max_num_queries):
    caching.forget()
    with django_assert_max_num_queries(5):
        shown(client, country="DE")
    with django_assert_max_num_queries(0):
        shown(client, country="DE")


def test_the_likely_countries_are_all_there():
    assert set(LIKELY.split()) <= set(Country.objects.values_list("code", flat=True))
    police = Credential.objects.filter(kind=PaperKind.NO_CRIMINAL_RECORD, country__code__in=LIKELY.split())
    assert police.count() == len(LIKELY.split())


def test_every_line_speaks_five_languages_and_names_its_source():
    for row in Country.objects.all():
        assert all(getattr(row, f"authority_{language}") for language in LANGUAGES), row
        assert row.source and row.checked_on
    for row in Credential.objects.general():
        for name in ("issuer", "steps", "translation_rule"):
            assert all(getattr(row, f"{name}_{language}") for language in LANGUAGES), row
    assert Credential.objects.general().count() == len(PaperKind)


def test_a_party_has_a_day_and_weeks_go_upwards():
    party = Country(code="ZW", recognition=Recognition.PARTY, authority="any", source="s", weeks_min=3, weeks_max=1)

    with pytest.raises(ValidationError) as refusal:
        party.full_clean()

    assert "since when" in str(refusal.value) and "lower to the higher" in str(refusal.value)


def test_the_general_rule_of_a_kind_is_there_once():
    with pytest.raises(ValidationError, match="already there"):
        Credential(kind=PaperKind.DEGREE, source="s").full_clean()


def test_an_officer_mends_a_line_and_leaves_a_footprint(client, qualification_officer):
    client.force_login(qualification_officer)
    row = Credential.objects.get(kind=PaperKind.NO_CRIMINAL_RECORD, country__code="DE")
    address = reverse("admin:credentials_credential_change", args=[row.pk])
    page = client.get(address)
    told = {name: "" if value is None else value for name, value in page.context["adminform"].form.initial.items()}

    response = client.post(address, {**told, "status": "verified", "weeks_max": "4", "is_authenticated": "on"})

    assert response.status_code == 302
    row.refresh_from_db()
    assert (row.status, row.weeks_max) == ("unverified", 4), "only the verb verifies"
    assert Entry.objects.about(row).get().verb == "credentials.credential.change"


def test_a_publicity_officer_reads_and_a_candidate_sees_nothing(client, publicity_officer, candidate):
    address = reverse("admin:credentials_country_changelist")
    client.force_login(publicity_officer)
    assert client.get(address).status_code == 200
    assert client.get(reverse("admin:credentials_country_add")).status_code == 403
    client.force_login(candidate)
    assert client.get(address).status_code == 302
