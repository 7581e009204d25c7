"""A stranger verifies a receipt: by the browser itself, which sends nothing, and without scripts by the form."""

import json

import pytest

from recruitment.ledger import queries
from recruitment.ledger.actions import sign_checkpoint
from recruitment.ledger.models import Opening


@pytest.fixture
def receipt(town, office) -> dict:
    with office.at():
        sign_checkpoint()
        return json.loads(json.dumps(queries.receipt(Opening.objects.order_by("leaf")[0].leaf, queries.head())))


@pytest.mark.parametrize("change, said", [("", "This receipt is true."), ("x", "This receipt is false."), (None, "This is not a receipt")])
def test_the_browser_verifies_it_and_sends_nothing(page, look, receipt, change, said):
    look(page, "/en/ledger/")
    page.wait_for_selector("#receipt-here:visible")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    receipt["content"]["reference"] += change or ""
    page.fill("[name=text]", json.dumps(receipt if change is not None else [], ensure_ascii=False, indent=1))
    page.click("#receipt-form button[type=submit]")
    page.wait_for_selector("#result")
    assert said in page.inner_text("#result") and asked == []
    if change == "":
        assert page.locator("#result li .govuk-tag--green").count() == 5


def test_without_scripts_the_form_says_the_same(new_page, look, receipt, office):
    page = new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto(f"{office.url}/de/ledger/")
    page.fill("[name=text]", json.dumps(receipt))
    page.click("#receipt-form button[type=submit]")
    page.wait_for_selector("#result")
    assert page.locator("#result li .govuk-tag--green").count() == 5


def test_a_phone_shows_the_ledger_without_scrolling_sideways(town, phone, look, receipt):
    for language in ("zh-hans", "de"):
        look(phone, f"/{language}/ledger/")
        phone.click("details.govuk-details >> nth=0")
        assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
