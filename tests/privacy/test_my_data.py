"""One's own data: the consents with their last word, and a copy of everything."""

import json

import pytest
from django.urls import reverse

from recruitment.privacy import registry
from recruitment.privacy.actions import give, withdraw
from recruitment.privacy.states import ConsentKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def address():
    return reverse("privacy:my_data")


def test_it_shows_each_consent_once_with_its_last_word(client, candidate, address):
    given = give(candidate, ConsentKind.HEALTH, language="en", by=candidate)
    withdraw(give(candidate, ConsentKind.RECORDING, language="en", by=candidate), by=candidate)
    client.force_login(candidate)
    page = client.get(address).content.decode()
    assert page.count("Health data") == 2  # the row and the hidden words of its link
    assert reverse("privacy:withdraw", args=[given.pk]) in page
    assert page.count("/withdraw/") == 1
    assert "Withdrawn" in page


def test_it_names_the_matter_a_consent_is_for(client, candidate, draft, address):
    give(candidate, ConsentKind.HEALTH, language="en", about=draft, by=candidate)
    client.force_login(candidate)
    assert draft.position.reference in client.get(address).content.decode()


def test_it_says_so_when_there_is_nothing(client, outsider, address):
    client.force_login(outsider)
    assert "You have not given any consent yet." in client.get(address).content.decode()


def test_nothing_of_others_is_on_it(client, candidate, rival, address):
    give(candidate, ConsentKind.HEALTH, language="en", by=candidate)
    client.force_login(rival)
    assert "Health data" not in client.get(address).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(client, candidate, address, number, django_assert_max_num_queries):
    for kind in list(ConsentKind)[:number]:
        give(candidate, kind, language="en", by=candidate)
    client.force_login(candidate)
    with django_assert_max_num_queries(5):
        client.get(address)


def test_the_export_holds_account_and_consents_with_their_words(client, candidate):
    give(candidate, ConsentKind.HEALTH, language="en", by=candidate)
    client.force_login(candidate)
    answer = client.get(reverse("privacy:export"))
    document = json.loads(answer.content)
    assert document["account"]["email"] == candidate.email
    assert document["consents"][0]["kind"] == "health"
    assert "physical examination" in document["consents"][0]["text"]
    assert 'filename="my-data.json"' in answer["Content-Disposition"]


def test_the_export_holds_what_any_floor_adds(client, candidate, rival, monkeypatch):
    monkeypatch.setitem(registry._exporters, "hobbies", lambda person: {"of": person.email})
    client.force_login(candidate)
    document = client.get(reverse("privacy:export")).json()
    assert document["hobbies"] == {"of": candidate.email}
    assert rival.email not in json.dumps(document)


@pytest.mark.parametrize("name", ["my_data", "export"])
def test_a_stranger_is_asked_to_sign_in(client, name):
    assert client.get(reverse(f"privacy:{name}")).status_code == 302


@pytest.mark.parametrize("name", ["my_data", "export", "notice"])
def test_only_reading_is_possible(client, candidate, name):
    client.force_login(candidate)
    assert client.post(reverse(f"privacy:{name}")).status_code == 405
