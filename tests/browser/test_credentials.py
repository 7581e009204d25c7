"""The guide to foreign papers and the flight check, in the browser: clean in every language, and on a phone."""

import pytest
from django.utils import timezone

from screening.credentials.states import PaperKind
from tests import factories

LANGUAGES = ("zh-hans", "en", "de", "ja", "ko")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_answers_in_every_language(town, page, look, language):
    look(page, f"/{language}/credentials/")
    page.select_option("select[name=country]", "JP")
    page.click("main form button[type=submit]")
    page.wait_for_selector("#found")
    assert page.locator("main section").count() == len(PaperKind)
    look(page, f"/{language}/credentials/?country=IN&paper=degree")


def test_a_phone_shows_the_guide_without_scrolling_sideways(town, phone, look):
    look(phone, "/de/credentials/?country=BE")
    assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_candidate_is_told_what_to_mend_and_finds_the_place(town, office, page, look, enter):
    with office.at():
        person = town.person("traveller", language="en")
        file = factories.complete(factories.application(town.position, person))
        file.identity.passport_expires_on = timezone.localdate()
        file.identity.save()
    enter(page, person.email)
    look(page, f"/en/applications/{file.uuid}/flight/")
    page.click("main a:has-text('Mend it') >> nth=0")
    page.wait_for_url("**/identity/#id_passport_expires_on")
    look(page, f"/en/applications/{file.uuid}/documents/")
    page.click("#wanted summary")
    assert "Federal Office of Justice" in page.locator("#wanted").inner_text()
