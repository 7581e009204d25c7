"""Everything about oneself, and closing the account, as somebody does it on a phone in Chinese and at a desk in German."""

import pytest

from recruitment.accounts.models import User
from screening.applications.models import Application
from tests import factories
from tests.browser.conftest import check

PAGES = ("my-data/", "my-data/everything/", "my-data/requests/", "my-data/requests/deletion/", "account/settings/", "account/close/")


def _is_wide_enough(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize(
    ("language", "choices"),
    [
        pytest.param("zh-hans", {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}, id="phone"),
        pytest.param("de", {"viewport": {"width": 1280, "height": 900}}, id="desk"),
    ],
)
def test_somebody_sees_their_data_and_closes_their_account(language, choices, office, town, new_page, enter):
    with office.at():
        person = town.person(f"leaver_{language}", language=language)
        factories.complete(factories.application(town.position, person))
    page, base = new_page(**choices), f"{office.url}/{language}"
    enter(page, person.email, language)
    for path in PAGES:
        page.goto(f"{base}/{path}")
        check(page)
        assert _is_wide_enough(page), path
    page.check("[name=is_meant]")
    page.click("main form button[type=submit]")
    page.wait_for_url("**/reauthenticate/**")
    check(page)
    page.fill("[name=password]", factories.PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_selector("main h1")
    check(page)
    with office.at():
        closed = User.objects.get(pk=person.pk)
        assert not closed.is_active and closed.closed_at
        assert not Application.objects.filter(candidate=person).exists()
    page.goto(f"{base}/desk/")
    assert "/account/login/" in page.url
