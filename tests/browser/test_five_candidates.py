"""Five candidates, each in their own language and their own way, from the first click to the receipt: at a desk, on a phone, by
keyboard alone on a narrow screen, without scripts. Every section is filled by hand."""

import pytest
from playwright.sync_api import TimeoutError

from screening.applications.models import Application
from screening.applications.states import Section
from tests import factories
from tests.browser.conftest import check
from tests.documents.corpus import good_pdf

DESK, PHONE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}, {"width": 320, "height": 640}
PEOPLE = {
    "zh-hans": ("Lim Wei Jie", "SG"),
    "en": ("Grace Achieng", "KE"),
    "de": ("Jürgen Groß", "DE"),
    "ja": ("Tanaka Aoi", "JP"),
    "ko": ("Kim Min-jun", "KR"),
}
WORDS = {
    "zh-hans": "我了解两边的市场，也愿意倾听。",
    "en": "I know both markets, and I listen first.",
    "de": "Ich kenne beide Märkte und höre zuerst zu.",
    "ja": "両国の市場を知り、まず耳を傾けます。",
    "ko": "두 시장을 알고 먼저 귀를 기울입니다.",
}
SAVE = "#section-form button[name=then][value=complete]"
DONE = "main form button[name=then][value=complete]"
HAND_IN = "main form button[type=submit]"


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

    def send(self, name: str, paper: dict) -> None:
        self.page.set_input_files(f"[name={name}]", paper)

    def day(self, name: str, day: str) -> None:
        """Three boxes, in the order in which the language writes a date."""
        year, month, number = day.split("-")
        boxes = self.page.evaluate("name => [...document.querySelectorAll(`[name^=${name}_]`)].map(box => box.name)", name)
        for box in boxes:
            self.type(box, {"year": year, "month": month, "day": number}[box.removeprefix(f"{name}_")].lstrip("0"))


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
            text = f"{day}{month}{year}"  # day and month are alike, for browsers differ in their order
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
        steps = self.page.evaluate("value => [...document.activeElement.options].findIndex(one => one.value === value)", value)
        for _press in range(steps - self.page.evaluate("document.activeElement.selectedIndex")):
            self.page.keyboard.press("ArrowDown")
        assert self.page.input_value(f"select[name={name}]") == value, f"{name}={value} cannot be chosen by keyboard"

    def tick(self, name: str) -> None:
        self.reach(f"[name={name}]")
        self.page.keyboard.press("Space")

    def press(self, selector: str) -> None:
        self.reach(selector)
        self.page.keyboard.press("Enter")

    def send(self, name: str, paper: dict) -> None:
        self.reach(".govuk-file-upload-button")  # scripts put it in the place of the box, which then takes no focus
        try:
            with self.page.expect_file_chooser(timeout=10_000) as chooser:
                self.page.keyboard.press("Enter")
        except TimeoutError:  # a busy machine swallows a key now and then; a person presses again
            with self.page.expect_file_chooser() as chooser:
                self.page.keyboard.press("Space")
        chooser.value.set_files(paper)


class Candidate:
    """One person and their form; every section from its page to "complete", in the order of the page, so that a keyboard need not go back."""

    def __init__(self, hands: Hands, language: str, base: str):
        self.hands, self.page, self.language, self.base = hands, hands.page, language, base
        self.name, self.country = PEOPLE[language]
        self.words = WORDS[language]

    def open(self, tail: str) -> None:
        self.page.goto(f"{self.base}/{tail}")

    def is_narrow_enough(self) -> bool:
        return self.page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")

    def fill(self, section: str) -> None:
        self.open(f"{section}/")
        getattr(self, f"fill_{section}")()
        self.page.wait_for_url(f"{self.base}/")

    def enter(self, section: str) -> None:
        """To the page of a new entry, by the button of the list."""
        self.hands.press(f"a[href$='/{section}/add/']")
        self.page.wait_for_url(f"**/{section}/add/")

    def keep(self, section: str) -> None:
        self.hands.press(SAVE)
        self.page.wait_for_url(f"{self.base}/{section}/")

    def fill_identity(self) -> None:
        hands = self.hands
        hands.type("full_name_latin", self.name)
        hands.choose("name_order", "given_first")
        hands.type("family_name", self.name.split()[-1])
        hands.type("given_names", " ".join(self.name.split()[:-1]))
        hands.choose("sex", "2")
        hands.day("birth_date", "1992-02-29")
        hands.select("nationality", self.country)
        hands.choose("was_chinese_national", "no")
        hands.select("residence_country", self.country)
        hands.type("shanghai_months", "6")
        hands.type("passport_number", "C01X00T47")
        hands.type("passport_expires_on", "2036-05-05")
        hands.type("telephone", "+49 30 123456")
        hands.press(SAVE)

    def fill_education(self) -> None:
        hands = self.hands
        self.enter("education")
        hands.type("title", f"MA ({self.words[:9]})")
        hands.type("institution", "Eastern University")
        hands.select("country", self.country)
        hands.choose("isced_level", "7")
        hands.select("isced_field", "03")
        hands.select("language", "en")
        hands.day("began_on", "2014-09-01")
        hands.choose("has_graduated", "yes")
        hands.day("graduated_on", "2016-06-30")
        self.keep("education")
        hands.press(DONE)

    def fill_work(self) -> None:
        hands = self.hands
        self.enter("work")
        hands.type("employer", "Harbour Company")
        hands.type("title", self.words[:12])
        hands.select("kind", hands.page.eval_on_selector("select[name=kind]", "box => box.options[1].value"))
        hands.select("country", self.country)
        hands.day("began_on", "2016-07-15")
        hands.tick("is_current")
        hands.type("duties", self.words)
        self.keep("work")
        hands.press(DONE)

    def fill_languages(self) -> None:
        hands = self.hands
        self.enter("languages")
        hands.select("language", "en")
        hands.select("proof", "native")
        self.keep("languages")
        self.enter("languages")
        hands.select("language", "zh")
        hands.select("proof", "HSK:2.0:5")
        hands.type("score", "231")
        hands.type("tested_on", "2026-03-03")
        self.keep("languages")
        hands.press(DONE)

    def fill_competencies(self) -> None:
        for name in self.page.eval_on_selector_all("#section-form textarea", "boxes => boxes.map(box => box.name)"):
            self.hands.type(name, self.words)
        self.hands.press(SAVE)

    def fill_referees(self) -> None:
        hands = self.hands
        for number, relation in enumerate(("supervisor", "teacher"), start=1):
            self.enter("referees")
            hands.type("name", f"Referee {number}")
            hands.choose("relation", relation)
            hands.type("institution", "Harbour Company")
            hands.type("email", f"{self.language}.{number}@referees.example.com")
            hands.select("language", self.language)
            self.keep("referees")
        hands.press(DONE)

    def fill_documents(self) -> None:
        self.hands.press("a[href$='/documents/passport/']")
        self.page.wait_for_url("**/documents/passport/")
        self.hands.send("files", {"name": "passport.pdf", "mimeType": "application/pdf", "buffer": good_pdf()})
        self.hands.press("main form button[type=submit]")
        self.page.wait_for_url(f"{self.base}/documents/")
        self.hands.press(DONE)

    def fill_interests(self) -> None:
        self.hands.press(DONE)

    def fill_adjustments(self) -> None:
        self.hands.choose("is_needed", "no")
        self.hands.press(SAVE)

    def fill_declarations(self) -> None:
        hands = self.hands
        hands.choose("has_criminal_record", "no")
        hands.choose("was_dismissed", "no")
        for kind in ("privacy_notice", "publication", "criminal_record", "external_assessors"):
            hands.tick(f"consent_{kind}")
        hands.press(SAVE)


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
def test_a_candidate_applies_from_the_first_click_to_the_receipt(language, hands, choices, office, town, new_page, enter):
    with office.at():
        person = town.person(f"walker_{language}", language=language)
    page, has_scripts = new_page(**choices), choices.get("java_script_enabled", True)
    look = check if has_scripts else (lambda page: page.wait_for_selector("main"))  # axe itself is a script
    if has_scripts:
        enter(page, person.email, language)
    else:
        _enter_without_scripts(page, f"{office.url}/{language}", person.email)
    page.goto(f"{office.url}/{language}/applications/start/{town.position.reference}/")
    hands(page).press("main form button[type=submit]")
    page.wait_for_url("**/applications/*-*-*/")
    candidate = Candidate(hands(page), language, page.url.rstrip("/"))
    for section in Section:
        candidate.fill(section)
        if choices["viewport"] is not DESK:
            assert candidate.is_narrow_enough(), f"{section} leads to a page that is too wide"
    look(page)
    candidate.open("check/")
    look(page)
    candidate.hands.tick("is_true")
    candidate.hands.press(HAND_IN)
    page.wait_for_url("**/receipt/")
    look(page)
    _is_handed_in(person, language, office)


def _enter_without_scripts(page, base: str, email: str) -> None:
    page.goto(f"{base}/account/login/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", factories.PASSWORD)
    page.click("main form button[type=submit]")
    page.wait_for_url("**/desk/")


def _is_handed_in(person, language: str, office) -> None:
    with office.at():
        done = Application.objects.select_related("identity", "declaration").get(candidate=person)
        assert (done.state, done.identity.full_name_latin) == ("submitted", PEOPLE[language][0])
        assert (done.declaration.motivation, done.employment.get().duties) == (WORDS[language], WORDS[language])
        assert [done.education.count(), done.languages.count(), done.attachments.count()] == [1, 2, 1]
        assert done.referees.filter(asked_at__isnull=False, language=language).count() == 2
        assert person.letters.get(kind="submitted").language == language
