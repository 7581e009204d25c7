"""The office, whose addresses name no language, speaks the officer's own until another one is chosen."""

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(client, hr_officer):
    hr_officer.language = "zh-hans"
    hr_officer.save()
    client.force_login(hr_officer)
    return client


def test_the_office_speaks_the_language_of_the_account(office):
    page = office.get("/admin/", headers={"accept-language": "en-US"})
    assert page["Content-Language"] == "zh-hans"
    assert "招聘工作办公室" in page.content.decode()


def test_a_chosen_language_comes_first(office):
    office.cookies[settings.LANGUAGE_COOKIE_NAME] = "de"
    assert office.get("/admin/")["Content-Language"] == "de"


def test_an_address_with_a_language_keeps_it(office):
    assert office.get("/ja/desk/")["Content-Language"] == "ja"
