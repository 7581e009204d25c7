"""A candidate registers in German, verifies the mail through the demo's mailbox, applies, leaves, returns, and submits once."""

import re

from recruitment.accounts.models import User
from recruitment.privacy import actions as privacy
from recruitment.privacy.states import REQUIRED_FOR_APPLICATION
from screening.applications.models import Application
from tests import factories
from tests.browser.conftest import check

EMAIL = "frieda.neu@example.org"
SECTIONS = [
    "identity",
    "education",
    "work",
    "languages",
    "competencies",
    "referees",
    "documents",
    "interests",
    "adjustments",
    "declarations",
]


def _register(page, office) -> None:
    page.goto(f"{office.url}/de/account/signup/")
    check(page)
    page.fill("input[name=email]", EMAIL)
    page.fill("input[name=display_name]", "Frieda Neu")
    page.select_option("select[name=language]", "de")
    page.fill("input[name=password1]", factories.PASSWORD)
    page.fill("input[name=password2]", factories.PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_load_state()
    check(page)


def _verify(page, office) -> None:
    for _try in range(60):
        page.goto(f"{office.url}/de/mailbox/?to={EMAIL}")
        if page.locator(".portal-entry__title a").count():
            break
        page.wait_for_timeout(500)
    check(page)
    page.click(".portal-entry__title a")
    check(page)
    link = re.search(r"http://[^\s]+/confirm-email/[^\s]+", page.locator("article").inner_text()).group()
    page.goto(link)
    check(page)
    page.click("main form button[type=submit]")
    page.wait_for_load_state()


def _sign_in(page, office) -> None:
    if "login" not in page.url:
        return
    page.fill("input[name=login]", EMAIL)
    page.fill("input[name=password]", factories.PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_load_state()


def _fill_the_rest(email: str) -> Application:
    """The other sections, as the tests of the form fill them one by one."""
    file = Application.objects.get(candidate__email=email)
    file.progress.all().delete()
    for name in ("identity", "declaration"):
        if hasattr(file, name):
            getattr(file, name).delete()
    file = Application.objects.get(pk=file.pk)
    for kind in REQUIRED_FOR_APPLICATION:
        privacy.give(file.candidate, kind, language="de", about=file, by=file.candidate)
    return factories.complete(file)


def test_a_candidate_applies_in_german(town, office, page):
    _register(page, office)
    _verify(page, office)
    page.goto(f"{office.url}/de/positions/{town.position.reference}/")
    page.goto(f"{office.url}/de/applications/start/{town.position.reference}/")
    _sign_in(page, office)
    assert f"/applications/start/{town.position.reference}/" in page.url, "after signing in the reader is back where they were"
    check(page)
    page.click("main form button[type=submit]")
    page.wait_for_url("**/applications/*/")
    check(page)
    with office.at():
        file = Application.objects.get(candidate__email=EMAIL)
        assert file.state == "draft"
    base = f"{office.url}/de/applications/{file.uuid}"
    for section in SECTIONS:
        page.goto(f"{base}/{section}/")
        check(page)
    page.goto(f"{base}/identity/")
    page.fill("input[name=full_name_latin]", "Frieda Neu")
    page.click("main form button[type=submit] >> nth=0")
    page.wait_for_load_state()
    check(page)
    page.goto(f"{base}/identity/")
    assert page.input_value("input[name=full_name_latin]") == "Frieda Neu", "leaving and returning loses nothing"
    with office.at():
        _fill_the_rest(EMAIL)
    page.goto(f"{base}/check/")
    check(page)
    _submit_twice(page, office, base)


def _submit_twice(page, office, base: str) -> None:
    for box in page.locator("main form input[type=checkbox]").all():
        box.check()
    page.locator("main form button[type=submit]").last.dblclick()
    page.wait_for_url("**/receipt/")
    check(page)
    with office.at():
        file = Application.objects.get(candidate__email=EMAIL)
        assert file.state == "submitted"
        assert file.reference in page.content()
        assert User.objects.get(email=EMAIL).letters.filter(kind="submitted").count() == 1
    page.goto(f"{office.url}/de/applications/")
    check(page)
    page.goto(f"{base}/")
    check(page)
    page.goto(f"{office.url}/de/letters/")
    check(page)
