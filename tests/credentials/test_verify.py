"""Verifying a line about foreign papers: who, when, which text; a change takes it back, and the public page says how it stands."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.core import caching
from recruitment.core.refusals import Refused
from screening.credentials import actions
from screening.credentials.models import Country, Credential
from screening.credentials.states import PaperKind

pytestmark = pytest.mark.django_db

READ = {"source": "Gesetz über das Bundeszentralregister, § 30", "checked_on": "2026-11-30"}


@pytest.fixture
def line():
    return Credential.objects.get(kind=PaperKind.NO_CRIMINAL_RECORD, country__code="DE")


def test_an_officer_verifies_it_and_the_public_reads_so(client, hr_officer, line):
    address = reverse("credentials:guide")
    caching.forget()
    asked = {"country": "DE", "paper": "no_criminal_record"}
    before = client.get(address, asked).content.decode().count("Not yet verified by the office")
    client.force_login(hr_officer)
    page = reverse("admin:credentials_credential_change", args=[line.pk])
    assert client.post(f"{page[:-7]}do/verify/", READ).status_code == 302

    line.refresh_from_db()
    assert (line.is_verified, line.source, line.checked_on) == (True, READ["source"], datetime.date(2026, 11, 30))
    entry = Entry.objects.get(verb="credentials.credential.verify")
    assert (entry.actor_label, entry.data["source"], entry.data["checked_on"]) == (str(hr_officer), READ["source"], "2026-11-30")
    assert str(hr_officer) in client.get(page).content.decode()
    client.logout()
    caching.forget()
    after = client.get(address, asked).content.decode()
    assert "Verified by the office." in after and READ["source"] in after and after.count("Not yet verified by the office") == before - 1


def test_a_change_takes_it_back_and_so_does_a_doubt(client, qualification_officer, line):
    client.force_login(qualification_officer)
    day = timezone.localdate()
    actions.verify(line, source=READ["source"], checked_on=day, by=qualification_officer)
    page = reverse("admin:credentials_credential_change", args=[line.pk])
    told = {name: "" if value is None else value for name, value in client.get(page).context["adminform"].form.initial.items()}
    told |= {"is_authenticated": "on", "initial-checked_on": told["checked_on"]}
    assert client.post(page, told).status_code == 302
    assert Credential.objects.get(pk=line.pk).is_verified, "saved without a change it stays"
    client.post(page, {**told, "weeks_max": "5"})
    assert not Credential.objects.get(pk=line.pk).is_verified

    row = actions.verify(Credential.objects.get(pk=line.pk), source=READ["source"], checked_on=day, by=qualification_officer)
    client.post(f"{page[:-7]}do/doubt/", {"reason": "The law has changed."})
    row.refresh_from_db()
    assert not row.is_verified and Entry.objects.get(verb="credentials.credential.doubt").data["reason"] == "The law has changed."


def test_countries_are_verified_alike(hr_officer):
    row = actions.verify(
        Country.objects.get(code="JP"), source="Ministry of Foreign Affairs", checked_on=timezone.localdate(), by=hr_officer
    )
    assert row.is_verified and Entry.objects.filter(verb="credentials.country.verify").count() == 1


@pytest.mark.parametrize("who", ["candidate", "publicity_officer", "superuser", "assessor"])
def test_nobody_else_verifies(who, request, line):
    for verb, said in (
        (actions.verify, {"source": "any text", "checked_on": timezone.localdate()}),
        (actions.doubt, {"reason": "because"}),
    ):
        with pytest.raises(PermissionDenied):
            verb(line, **said, by=request.getfixturevalue(who))


def test_nobody_has_read_it_tomorrow(hr_officer, line):
    with pytest.raises(Refused, match="future"):
        actions.verify(line, source="any text", checked_on=timezone.localdate() + datetime.timedelta(days=1), by=hr_officer)


@pytest.mark.parametrize("told", [{}, {"source": "x", "checked_on": "yesterday"}, {"source": "\x00" * 9, "checked_on": "9999-99-99"}])
def test_bad_input_is_answered_with_a_sentence(client, hr_officer, line, told):
    client.force_login(hr_officer)
    answer = client.post(reverse("admin:credentials_credential_change", args=[line.pk])[:-7] + "do/verify/", told)
    assert answer.status_code == 200 and answer.context["form"].errors
    assert not Credential.objects.get(pk=line.pk).is_verified
