"""The public site as a stranger reads it, in five languages, with and without scripts, on a desk and on a phone."""

import pytest

LANGUAGES = ("zh-hans", "en", "de", "ja", "ko")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_public_page_is_clean(town, page, look, language):
    reference, notice = town.position.reference, town.running.reference
    for path in (
        "", "positions/", f"positions/{reference}/", "notices/", f"notices/{notice}/", "selection/", "questions/", "news/", "contribution/", "privacy/",
        "objections/", f"objections/{notice}/", "account/signup/", "display/",
    ):  # fmt: skip
        look(page, f"/{language}/{path}")
        assert page.locator("html").get_attribute("lang").lower() == language


def test_the_door_leads_to_the_readers_language(town, office, new_page):
    for locale, language in (("de-DE", "de"), ("ja-JP", "ja"), ("zh-CN", "zh-hans")):
        page = new_page(locale=locale)
        page.goto(office.url + "/")
        assert page.url.endswith(f"/{language}/")


def test_changing_the_language_keeps_the_page(town, page, look):
    look(page, f"/de/positions/{town.position.reference}/")
    page.click("a[hreflang=ja], a:has-text('日本語')")
    page.wait_for_url(f"**/ja/positions/{town.position.reference}/")


def test_a_phone_shows_every_page_without_scrolling_sideways(town, phone, look):
    for path in ("/zh-hans/", "/de/positions/", f"/de/notices/{town.running.reference}/", "/ko/selection/"):
        look(phone, path)
        assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path


def test_an_objection_is_filed_without_scripts_and_answered_by_its_code(town, office, new_page):
    page = new_page(java_script_enabled=False)
    page.goto(f"{office.url}/en/objections/{town.running.reference}/")
    page.click("main form button[type=submit]")
    page.wait_for_selector(".govuk-error-summary")
    page.select_option("select[name=entry]", index=1)
    page.check("input[name=mode][value=anonymous]")
    page.fill("textarea[name=statement]", "Something that anybody could have seen happened there on Monday.")
    page.click("main form button[type=submit]")
    code = page.locator("strong.portal-code").inner_text()
    page.goto(f"{office.url}/en/objections/")
    page.fill("input[name=code]", code.lower().replace("-", " "))
    page.click("main form button[type=submit]")
    assert "YY-" in page.locator("main").inner_text()


def test_a_language_that_does_not_exist_is_a_page_that_says_so(town, office, page, complaints):
    answer = page.goto(f"{office.url}/xx/positions/")
    assert answer.status == 404
    complaints.clear()
