"""Finding a post in the browser: filters that are the address, the reader's own time, the check of oneself, an alert."""

import pytest


def wide(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def test_filters_are_ticked_and_taken_off_and_the_address_is_the_state(town, page, look, office):
    look(page, "/en/positions/")
    page.check("input[name=kind] >> nth=0")
    page.click("form.portal-filters button[type=submit]")
    assert page.url.endswith(f"/en/positions/?kind={town.position.kind}")
    page.click("a.portal-chip >> nth=0")
    assert page.url.rstrip("?").endswith("/en/positions/")
    look(page, "/en/positions/?q=zzzz&language=en")
    assert "No position fits this search." in page.locator("main").inner_text()
    page.click("text=Without “zzzz”")
    assert page.url.endswith("/en/positions/?language=en")


def test_a_reader_abroad_sees_their_own_time_beside_shanghais(town, new_page, look):
    page = new_page(timezone_id="America/New_York", viewport={"width": 1280, "height": 900})
    look(page, f"/en/positions/{town.position.reference}/")
    facts = page.locator(".portal-facts").inner_text()
    assert "(Shanghai time)" in facts and "(your time, New York)" in facts
    assert page.locator("[data-portal-copy]").is_visible()
    here = new_page(timezone_id="Asia/Shanghai")
    look(here, f"/de/positions/{town.position.reference}/")
    assert "Shanghai)" not in here.locator(".portal-facts .portal-muted").all_inner_texts()


def test_somebody_checks_themselves_without_scripts_on_a_narrow_screen(town, office, new_page):
    page = new_page(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page.goto(f"{office.url}/ja/positions/{town.position.reference}/can-i-apply/")
    page.fill("input[name$=born_year]", "1990")
    page.click("main form button[type=submit]")
    assert page.locator(".govuk-error-summary").is_visible()
    page.fill("input[name$=born_month]", "5")
    page.fill("input[name$=born_day]", "1")
    page.click("main form button[type=submit]")
    assert page.locator(".govuk-tag--green").count() >= 1
    assert [cookie["name"] for cookie in page.context.cookies()] == ["csrf"]


@pytest.mark.parametrize("language", ["zh-hans", "en", "de", "ja", "ko"])
def test_the_new_pages_are_clean(town, phone, look, language):
    for path in (
        f"positions/{town.position.reference}/can-i-apply/",
        "alerts/?q=x",
        "alerts/asked/",
        "positions/?sort=title&status=all",
        "alerts/cancel/x/",
    ):
        look(phone, f"/{language}/{path}")
        assert not wide(phone), path


def test_an_alert_is_asked_for_and_a_post_saved(town, page, look, enter, office):
    look(page, "/de/alerts/?language=en")
    page.fill("input[name=email]", "leser@example.org")
    page.check("input[name=frequency][value=daily]")
    page.click("main form button[type=submit]")
    page.wait_for_url("**/de/alerts/asked/")
    enter(page, town.officer_in_service.email, "ja")
    look(page, f"/ja/positions/{town.position.reference}/")
    page.click("form[action$='/save/'] button")
    page.wait_for_selector("form[action$='/unsave/']")
    look(page, "/ja/positions/saved/")
    assert town.position.reference in page.content()
