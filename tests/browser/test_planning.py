"""Planning with one's own eyes: the editor over a long text, and the pages that explain rules and terms on a small screen."""

import pytest

from positions import actions
from positions.models import Position
from tests import factories
from tests.browser.conftest import check


@pytest.fixture
def drafted(town, office) -> Position:
    with office.at():
        return factories.planned_position(town.department, author=town.hr, reference=f"SH-P-E-{Position.objects.count()}")


def test_an_officer_writes_with_the_editor_and_only_the_allowed_is_kept(town, office, page, enter, drafted):
    enter(page, town.hr.email)
    page.goto(f"{office.url}/admin/positions/position/{drafted.pk}/change/")
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    editor = page.locator(".portal-editor:has(+ #id_description_en)")
    editor.locator("[role=textbox]").click()
    page.keyboard.press("Control+A")
    page.keyboard.type("Plain and ")
    editor.get_by_role("button", name="Bold").click()
    page.keyboard.type("strong")
    page.keyboard.press("Enter")
    editor.get_by_role("button", name="List", exact=True).click()
    page.keyboard.type("one")
    check(page)
    page.click("input[name=_save]")
    page.wait_for_url("**/positions/position/")
    with office.at():
        kept = Position.objects.get(pk=drafted.pk).description_en
    assert "Plain and <strong>strong</strong>" in kept and "<li>" in kept and "style" not in kept


def test_a_correction_is_proposed_step_by_step(town, office, page, enter):
    enter(page, town.hr.email)
    page.goto(f"{office.url}/admin/positions/position/{town.position.pk}/do/correct/")
    check(page)
    page.check("input[name=field][value=headcount]")
    page.click("main form button[type=submit], #content form button[type=submit]")
    page.wait_for_url("**field=headcount")
    check(page)


def test_rules_and_terms_are_read_on_a_phone(town, office, phone, look, drafted):
    with office.at():
        Position._base_manager.filter(pk=drafted.pk).update(reference=f"SH-P-R-{drafted.pk}")
        reviewed = actions.review(Position.objects.get(pk=drafted.pk), by=town.second_hr, note="Read.")
        round = actions.publish(reviewed, by=town.hr).round
    for path in ("/en/positions/terms/", f"/de/rounds/{round.reference}/", f"/zh-hans/positions/SH-P-R-{drafted.pk}/"):
        look(phone, path)
        assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
