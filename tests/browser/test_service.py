"""After the appointment: the officer's own page, the mentor on a phone, a course, a request carried to its end."""

from onboarding.mentoring.models import Session
from onboarding.services.models import Case
from tests.browser.conftest import check


def test_a_mentor_logs_a_session_on_a_phone(town, office, phone, enter):
    enter(phone, town.mentor.email, "zh-hans")
    phone.goto(f"{office.url}/zh-hans/mentoring/")
    check(phone)
    phone.click(".portal-entry__title a")
    check(phone)
    phone.goto(f"{office.url}/zh-hans/mentoring/{town.pairing.uuid}/log/")
    check(phone)
    phone.click("main form button[type=submit]")
    phone.wait_for_selector(".govuk-error-summary")
    check(phone)
    phone.check("input[name=minutes][value='60']")
    phone.check("input[name=topics][value=work]")
    phone.fill("textarea[name=agreed]", "下周旁听一次联席会议。")
    assert phone.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    phone.locator("main form button[type=submit]").dblclick()
    phone.wait_for_url(f"**/mentoring/{town.pairing.uuid}/")
    check(phone)
    with office.at():
        assert Session.objects.filter(pairing=town.pairing).count() == 1


def test_an_officer_finds_everything_on_one_page_and_a_request_is_carried_to_its_end(town, office, page, new_page, enter):
    enter(page, town.officer_in_service.email, "ja")
    for path in ("service/", "training/", "mentoring/", "services/", "services/open/", "letters/", "my-data/"):
        page.goto(f"{office.url}/ja/{path}")
        check(page)
    page.goto(f"{office.url}/ja/services/open/")
    page.select_option("select[name=kind]", index=1)
    page.fill("textarea[name=request]", "居留許可の延長について教えてください。")
    page.click("main form button[type=submit]")
    page.wait_for_url("**/services/*-*/")
    check(page)
    address = page.url
    specialist = new_page()
    enter(specialist, town.specialist.email)
    specialist.goto(f"{office.url}/en/services/desk/")
    check(specialist)
    specialist.goto(address.replace("/ja/", "/en/"))
    specialist.click("form[action$='/take/'] button")
    check(specialist)
    specialist.check("input[name=tick-done]")
    specialist.click("form[action$='/tick/'] button")
    specialist.fill("textarea[name=close-outcome]", "Extended for two years.")
    specialist.click("form[action$='/close/'] button")
    check(specialist)
    page.goto(address)
    page.check("input[name=rate-grade][value='5']")
    page.click("form[action$='/rate/'] button")
    check(page)
    with office.at():
        case = Case.objects.get()
        assert (case.state, case.grade, case.done) == ("closed", 5, ["passport"])
