"""One town for all browser tests, and what every page is held to."""

import pytest
from playwright.sync_api import Page

from tests.browser.axe import findings
from tests.browser.town import built
from tests.factories import PASSWORD


@pytest.fixture(scope="session")
def town(office):
    with office.at():
        return built()


@pytest.fixture
def look(office):
    """`look(page, path)` opens a page and expects axe to find nothing."""

    def open_and_check(page: Page, path: str) -> None:
        page.goto(office.url + path)
        check(page)

    return open_and_check


def check(page: Page) -> None:
    page.wait_for_load_state("load")
    page.wait_for_selector("main, #content")
    found = findings(page)
    assert found == [], f"{page.url}\n" + "\n".join(found)


@pytest.fixture
def enter(office):
    """`enter(page, user)` signs somebody in by the form."""

    def sign_in(page: Page, email: str, language: str = "en") -> None:
        page.goto(f"{office.url}/{language}/account/login/")
        check(page)
        page.fill("input[name=login]", email)
        page.fill("input[name=password]", PASSWORD)
        page.click("main form button[type=submit]")
        page.wait_for_url("**/desk/")
        check(page)

    return sign_in
