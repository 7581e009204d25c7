"""A session that ends while somebody writes: what they typed is there again after signing in, and for nobody else."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from screening.applications.models import Identity
from tests.applications.answers import EDUCATION, IDENTITY
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(draft):
    return reverse("applications:section", args=[draft.uuid, "identity"])


def signed_in_again(browser, candidate, address: str):
    return browser.post(address, {"login": candidate.email, "password": PASSWORD})


def test_what_was_typed_is_there_again_after_signing_in(client, candidate, page):
    response = client.post(page, {**IDENTITY, "full_name_native": "Typed for an hour", "then": "complete", "seen": ""})
    assert response.status_code == 302 and response.url.startswith(reverse(settings.LOGIN_URL))
    assert "Typed" not in response.url
    assert "what you typed is kept for an hour" in client.get(response.url).content.decode()

    back = signed_in_again(client, candidate, response.url)

    assert back.url == page
    html = client.get(page).content.decode()
    assert "Typed for an hour" in html and "It is not saved yet" in html
    assert not Identity.objects.exists()


def test_it_is_saved_by_its_owner_and_then_forgotten(client, candidate, page):
    address = client.post(page, {**IDENTITY, "full_name_native": "Typed", "then": "later", "seen": ""}).url
    signed_in_again(client, candidate, address)

    assert client.post(page, {**IDENTITY, "full_name_native": "Typed", "then": "later", "seen": ""}).status_code == 302

    assert Identity.objects.get().full_name_native == "Typed"
    assert "not saved yet" not in client.get(page).content.decode()


def test_the_stored_answers_can_be_looked_at_instead(client, candidate, page):
    address = client.post(page, {"full_name_native": "Typed", "then": "later", "seen": ""}).url
    signed_in_again(client, candidate, address)

    assert "Typed" not in client.get(f"{page}?stored").content.decode()
    assert "Typed" in client.get(page).content.decode()


def test_an_entry_is_kept_too(client, candidate, draft):
    add = reverse("applications:entry_add", args=[draft.uuid, "education"])
    address = client.post(add, {**EDUCATION, "then": "complete"}).url
    signed_in_again(client, candidate, address)

    assert 'value="東都大学"' in client.get(add).content.decode()


def test_somebody_else_who_signs_in_on_the_same_device_sees_nothing(client, rival, page):
    address = client.post(page, {**IDENTITY, "full_name_native": "Typed", "then": "later", "seen": ""}).url

    signed_in_again(client, rival, address)

    assert client.get(page).status_code == 404


def test_another_browser_of_the_owner_is_not_given_it(client, candidate, page):
    client.post(page, {"full_name_native": "Typed", "then": "later", "seen": ""})
    other = Client()
    other.force_login(candidate)

    assert "Typed" not in other.get(page).content.decode()


def test_what_lies_in_the_cache_cannot_be_read_and_the_zone_is_not_among_it(client, page, django_assert_num_queries):
    client.post(page, {**IDENTITY, "passport_zone": "P<D<<SECRET", "then": "later", "seen": ""})

    key = next(iter(client.session["typed"].values()))
    sealed = cache.get(f"typed:{key}")
    assert sealed and "Anna" not in sealed and "C01" not in str(dict(client.session))


@pytest.mark.parametrize("seconds", ["gone"])
def test_once_the_hour_is_over_the_stored_answers_are_shown(client, candidate, page, seconds):
    address = client.post(page, {"full_name_native": "Typed", "then": "later", "seen": ""}).url
    signed_in_again(client, candidate, address)
    cache.clear()

    response = client.get(page)

    assert response.status_code == 200 and "Typed" not in response.content.decode()


def test_nothing_is_kept_for_files_that_do_not_exist_or_are_handed_in(client, submitted):
    for uuid in ("00000000-0000-4000-8000-000000000000", submitted.uuid):
        client.post(reverse("applications:section", args=[uuid, "identity"]), {**IDENTITY, "then": "later"})
    assert "typed" not in client.session


def test_too_much_is_not_kept_and_does_no_harm(client, page):
    assert client.post(page, {"full_name_native": "x" * 300_000, "then": "later"}).status_code == 302
    assert "typed" not in client.session


class TestSignedInAnewInAnotherWindow:
    """Signing in changes the token of every form; the page of the first window must not lose what was typed for that."""

    @pytest.fixture
    def browser(self, candidate):
        browser = Client(enforce_csrf_checks=True)
        browser.force_login(candidate)
        return browser

    def test_what_was_typed_is_shown_again_to_be_saved(self, browser, page):
        browser.get(page)
        response = browser.post(page, {**IDENTITY, "full_name_native": "Typed", "then": "later", "csrfmiddlewaretoken": "x" * 64})

        assert response.status_code == 302 and response.url == page
        assert "Typed" in browser.get(page).content.decode()
        assert not Identity.objects.exists()

    @pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "https://evil.example"}])
    def test_a_form_of_another_site_is_refused_as_ever(self, browser, page, headers):
        browser.get(page)
        response = browser.post(page, {"full_name_native": "Evil", "then": "later"}, headers=headers)

        assert response.status_code == 403
        assert "Evil" not in browser.get(page).content.decode()
