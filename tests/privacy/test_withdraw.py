"""Withdrawing a consent: as easy as giving it, with its consequence told, and by oneself alone."""

import pytest
from django.urls import reverse

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.privacy.actions import give, withdraw
from recruitment.privacy.models import Consent
from recruitment.privacy.queries import has_consent
from recruitment.privacy.states import ConsentEvent, ConsentKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def consent(candidate):
    return give(candidate, ConsentKind.PUBLICATION, language="en", by=candidate)


@pytest.fixture
def address(consent):
    return reverse("privacy:withdraw", args=[consent.pk])


def test_a_withdrawn_consent_counts_no_more_and_its_line_stays(candidate, consent):
    line = withdraw(consent, by=candidate)
    assert not has_consent(candidate, ConsentKind.PUBLICATION)
    assert (line.event, line.wording_id) == (ConsentEvent.WITHDRAWN, consent.wording_id)
    assert Consent.objects.filter(pk=consent.pk, event=ConsentEvent.GIVEN).exists()


def test_only_the_matter_named_is_touched(candidate, consent, hr_officer):
    other = give(candidate, ConsentKind.PUBLICATION, language="en", about=hr_officer, by=candidate)
    withdraw(other, by=candidate)
    assert has_consent(candidate, ConsentKind.PUBLICATION)
    assert not has_consent(candidate, ConsentKind.PUBLICATION, about=hr_officer)


def test_a_second_withdrawal_is_refused(candidate, consent):
    withdraw(consent, by=candidate)
    with pytest.raises(Refused, match="already withdrawn"):
        withdraw(consent, by=candidate)
    assert Consent.objects.count() == 2


@pytest.mark.parametrize("who", ["rival", "hr_officer", "superuser"])
def test_nobody_withdraws_for_somebody_else(candidate, consent, who, request):
    with pytest.raises(Refused, match="person concerned"):
        withdraw(consent, by=request.getfixturevalue(who))
    assert has_consent(candidate, ConsentKind.PUBLICATION)


def test_it_leaves_one_footprint(candidate, consent):
    withdraw(consent, by=candidate)
    assert Entry.objects.get(verb="privacy.consent.withdraw").data == {"kind": "publication", "about": ""}


def test_the_page_shows_the_words_and_the_consequence_before_the_button(client, candidate, consent, address):
    client.force_login(candidate)
    page = client.get(address).content.decode()
    assert "for at least 5 working days" in page
    assert "Nobody can be appointed without a public notice." in page
    assert has_consent(candidate, ConsentKind.PUBLICATION)


def test_the_button_withdraws_and_leads_back(client, candidate, address):
    client.force_login(candidate)
    page = client.post(address, follow=True).content.decode()
    assert not has_consent(candidate, ConsentKind.PUBLICATION)
    assert "Your consent is withdrawn" in page


def test_posted_twice_it_is_withdrawn_once(client, candidate, address):
    client.force_login(candidate)
    client.post(address)
    assert client.post(address).status_code == 404
    assert Consent.objects.count() == 2


@pytest.mark.parametrize("who", ["rival", "hr_officer", "superuser"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_the_page_does_not_exist_for_anybody_else(client, address, who, method, request):
    client.force_login(request.getfixturevalue(who))
    assert getattr(client, method)(address).status_code == 404


def test_a_stranger_is_asked_to_sign_in(client, address):
    answer = client.post(address)
    assert answer.status_code == 302
    assert Consent.objects.count() == 1


@pytest.mark.parametrize("pk", [0, 999999999, 10**18])
def test_an_address_that_names_nothing_is_not_found(client, candidate, pk):
    client.force_login(candidate)
    assert client.get(reverse("privacy:withdraw", args=[pk])).status_code == 404
