"""Five candidates, each in their own language and their own way: at a desk, on a phone, by keyboard alone on a narrow screen, without scripts."""

import pytest

from screening.applications.models import Application
from screening.applications.states import Section
from tests import factories
from tests.browser.conftest import check

DESK, PHONE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}, {"width": 320, "height": 640}
PEOPLE = {
    "zh-hans": ("Lim Wei Jie", "SG"),
    "en": ("Grace Achieng", "KE"),
    "de": ("Jürgen Groß", "DE"),
    "ja": ("Tanaka Aoi", "JP"),
    "ko": ("Kim Min-jun", "KR"),
}
BORN = {"year": "1992", "month": "2", "day": "29"}
ANSWERS = {"shanghai_months": "6", "passport_number": "C01X00T47", "passport_expires_on": "2036-05-01", "telephone": "+49 30 123456"}


@pytest.fixture
def waiting(office, town):
    """`waiting(language)`: a candidate whose form lacks nothing but who they are."""

    def begun(language: str) -> Application:
        with office.at():
            file = factories.complete(factories.application(town.position, town.person(f"walker_{language}", language=language)))
            file.identity.delete()
            file.progress.filter(section=Section.IDENTITY).update(done=False)
            return file

    return begun


class Hands:
    """Fills a page by pointing and typing."""

    def __init__(self, page):
        self.page = page

    def type(self, name: str, text: str) -> None:
        self.page.fill(f"[name={name}]", text)

    def choose(self, name: str, value: str) -> None:
        self.page.check(f"[name={name}][value='{value}']")

    def select(self, name: str, value: str) -> None:
        self.page.select_option(f"select[name={name}]", value)

    def tick(self, name: str) -> None:
        self.page.check(f"[name={name}]")

    def press(self, selector: str) -> None:
        self.page.click(selector)


class Keys(Hands):
    """Never touches a pointer: every control is reached by the tabulator."""

    def reach(self, selector: str) -> None:
        for _press in range(150):
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{selector} cannot be reached by keyboard")

    def type(self, name: str, text: str) -> None:
        self.reach(f"[name={name}]")
        if self.page.evaluate("document.activeElement.type") == "date":
            year, month, day = text.split("-")
            text = f"{day}{month}{year}"  # as the browser of a British reader takes a date
        else:
            self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def choose(self, name: str, value: str) -> None:
        self.reach(f"[name={name}]")
        for _press in range(10):
            if self.page.evaluate("value => document.activeElement.value === value && document.activeElement.checked", value):
                return
            self.page.keyboard.press(
                "Space" if self.page.evaluate("value => document.activeElement.value === value", value) else "ArrowDown"
            )
        raise AssertionError(f"{name}={value} cannot be chosen by keyboard")

    def select(self, name: str, value: str) -> None:
        self.reach(f"select[name={name}]")
        for _press in range(300):
            if self.page.input_value(f"select[name={name}]") == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{name}={value} cannot be chosen by keyboard")

    def tick(self, name: str) -> None:
        self.reach(f"[name={name}]")
        self.page.keyboard.press("Space")

    def press(self, selector: str) -> None:
        self.reach(selector)
        self.page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("language", "hands", "choices"),
    [
        pytest.param("zh-hans", Hands, {"viewport": DESK}, id="zh-hans-desk"),
        pytest.param("en", Hands, {"viewport": PHONE, "is_mobile": True, "has_touch": True}, id="en-phone"),
        pytest.param("de", Hands, {"viewport": DESK, "java_script_enabled": False}, id="de-without-scripts"),
        pytest.param("ja", Keys, {"viewport": NARROW}, id="ja-keyboard-320"),
        pytest.param("ko", Hands, {"viewport": PHONE}, id="ko-phone"),
    ],
)
def test_a_candidate_says_who_they_are_and_hands_in(language, hands, choices, waiting, office, new_page, enter):
    file, page = waiting(language), new_page(**choices)
    has_scripts = choices.get("java_script_enabled", True)
    look = check if has_scripts else (lambda page: page.wait_for_selector("main"))  # axe itself is a script
    if has_scripts:
        enter(page, file.candidate.email, language)
    else:
        _enter_without_scripts(page, f"{office.url}/{language}", file.candidate.email)
    base = f"{office.url}/{language}/applications/{file.uuid}"
    page.goto(f"{base}/identity/")
    look(page)
    _say_who(hands(page), language)
    page.wait_for_url(f"{base}/")
    look(page)
    page.goto(f"{base}/check/")
    look(page)
    if choices["viewport"] is not DESK:
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    hands(page).tick("is_true")
    hands(page).press("main form button[type=submit]")
    page.wait_for_url("**/receipt/")
    look(page)
    with office.at():
        done = Application.objects.select_related("identity").get(pk=file.pk)
        assert (done.state, done.identity.full_name_latin) == ("submitted", PEOPLE[language][0])
        letter = done.candidate.letters.get(kind="submitted")
        assert letter.language == language


def _enter_without_scripts(page, base: str, email: str) -> None:
    page.goto(f"{base}/account/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", factories.PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_url("**/desk/")


def _say_who(hands: Hands, language: str) -> None:
    """In the order of the page, so that a keyboard need not go back; Japanese, Korean and Chinese dates begin with the year."""
    name, country = PEOPLE[language]
    hands.type("full_name_latin", name)
    hands.choose("name_order", "given_first")
    hands.type("family_name", name.split()[-1])
    hands.type("given_names", " ".join(name.split()[:-1]))
    hands.choose("sex", "2")
    parts = ("year", "month", "day") if language in ("zh-hans", "ja", "ko") else ("day", "month", "year")
    for part in parts:
        hands.type(f"birth_date_{part}", BORN[part])
    hands.select("nationality", country)
    hands.choose("was_chinese_national", "no")
    hands.select("residence_country", country)
    for field in ("shanghai_months", "passport_number", "passport_expires_on", "telephone"):
        hands.type(field, ANSWERS[field])
    hands.press("#section-form button[name=then][value=complete]")
