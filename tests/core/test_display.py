"""Large type and high contrast: the reader's choice, without scripts."""

import pytest

PAGE = "/en/display/"

pytestmark = pytest.mark.django_db


def test_the_choice_is_kept_and_shown_on_the_next_page(client):
    response = client.post(PAGE, {"display": ["contrast", "large"], "next": "/en/display/?x=1"})
    assert response.url == "/en/display/?x=1"
    cookie = response.cookies["display"]
    assert cookie.value == "contrast-large"
    assert cookie["httponly"]
    assert 'class="govuk-template portal-large portal-contrast"' in client.get(PAGE).content.decode()


def test_the_choice_can_be_taken_back(client):
    client.cookies["display"] = "large"
    client.post(PAGE, {})
    assert client.cookies["display"].value == ""
    assert "portal-large" not in client.get(PAGE).content.decode()


@pytest.mark.parametrize("target", ["https://evil.test/", "//evil.test/", "javascript:alert(1)", "\\\\evil.test"])
def test_it_never_leads_to_another_host(client, target):
    assert client.post(PAGE, {"next": target}).url == PAGE


@pytest.mark.parametrize("value", ["x", "large-<script>", "contrast-contrast-large", "%00"])
def test_a_cookie_that_somebody_changed_does_no_harm(client, value):
    client.cookies["display"] = value
    page = client.get(PAGE).content.decode()
    assert "<script>alert" not in page
    assert 'class="govuk-template' in page


def test_an_unknown_choice_is_refused_in_a_sentence(client):
    page = client.post(PAGE, {"display": ["huge"]}).content.decode()
    assert "<title>Error:" in page
    assert 'href="#id_display_0"' in page


@pytest.mark.parametrize("language", ["zh-hans", "en", "de", "ja", "ko"])
@pytest.mark.parametrize("page", ["accessibility", "site-map"])
def test_the_pages_about_the_website_open_in_every_language(client, language, page):
    html = client.get(f"/{language}/{page}/").content.decode()
    assert f'<html lang="{language}"' in html
    assert f"/zh-hans/{page}/" in html


def test_they_are_only_read(client):
    assert client.post("/en/site-map/").status_code == 405
