"""The machine-readable zone of a passport: check digits, comparison, and that it is never stored."""

import datetime

import pytest
from django.db import connection
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from recruitment.core.spoken_dates import day
from screening.applications.forms.zones import Unreadable, Zone, check_digit, country_of, differences, is_same_name, parse
from screening.applications.models import Identity, SectionProgress
from tests.applications.answers import IDENTITY

TODAY = datetime.date(2026, 11, 24)
SPECIMEN = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"


def zone_of(name="MUELLER<<ANNA<LENA", number="C01X00T47", country="D", born="900228", expires="360501", personal="") -> str:
    """A zone with the right figures."""
    upper = f"P<{country:<<3}{name:<<39}"[:44]
    own = f"{personal:<<14}"
    number = f"{number:<<9}"
    lower = f"{number}{check_digit(number)}{country:<<3}{born}{check_digit(born)}F{expires}{check_digit(expires)}{own}"
    lower += check_digit(own) if personal else "<"
    return f"{upper}\n{lower}{check_digit(lower[:10] + lower[13:20] + lower[21:43])}"


def test_the_specimen_of_icao_is_read():
    assert parse(SPECIMEN, TODAY) == Zone(
        ("ERIKSSON", "ANNA", "MARIA"), False, "L898902C3", "", datetime.date(1974, 8, 12), datetime.date(2012, 4, 15)
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "shape"),
        ("P<D<<", "shape"),
        (SPECIMEN + "<", "shape"),
        (SPECIMEN.replace("ANNA", "ÄNNA"), "shape"),
        ("I" + SPECIMEN[1:], "kind"),
        (SPECIMEN.replace("7408122", "7408132"), "digits"),
        (SPECIMEN.replace("L898902C3", "L898902C4"), "digits"),
        (SPECIMEN[:-1] + "1", "digits"),
        ("\u202e" + SPECIMEN, "shape"),
        ("😀" * 88, "shape"),
        ("<script>" * 11, "shape"),
    ],
)
def test_what_is_no_zone_is_told_apart(text, code):
    with pytest.raises(Unreadable) as told:
        parse(text, TODAY)
    assert told.value.code == code


@given(place=st.integers(0, 43), char=st.sampled_from("ABCXYZ0123456789<"))
def test_one_wrong_character_in_a_checked_place_is_found_or_is_one_that_weighs_the_same(place, char):
    lower = SPECIMEN[45:]
    changed = lower[:place] + char + lower[place + 1 :]
    unchecked = (10, 11, 12, 20)
    weight = {"<": 0} | {str(number): number for number in range(10)} | {chr(55 + number): number for number in range(10, 36)}
    same = (weight[char] - weight[lower[place]]) % 10 == 0
    try:
        parse(SPECIMEN[:45] + changed, TODAY)
    except Unreadable:
        assert changed != lower
    else:
        assert place in unchecked or same


@given(text=st.text(max_size=200))
def test_any_text_is_read_or_refused_with_a_reason(text):
    try:
        parse(text, TODAY)
    except Unreadable as reason:
        assert reason.code in ("shape", "kind", "digits")


@given(born=st.dates(datetime.date(1927, 1, 1), TODAY), expires=st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 1, 1)))
def test_days_come_out_in_their_century(born, expires):
    zone = parse(zone_of(born=f"{born:%y%m%d}", expires=f"{expires:%y%m%d}"), TODAY)
    assert (zone.birth_date, zone.expires_on) == (born, expires)


LATIN = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzäöüßñéèçšžłøåæ'-"), min_size=1, max_size=12).filter(
    lambda word: word.strip("'-")
)


@given(words=st.lists(LATIN, min_size=1, max_size=3), order=st.randoms())
def test_a_name_is_the_same_in_any_order_case_and_spelling(words, order):
    table = str.maketrans({"Ä": "AE", "Ö": "OE", "Ü": "UE", "ß": "SS", "ø": "OE", "Ø": "OE", "Å": "AA", "Æ": "AE", "Ł": "L", "Ñ": "N"})
    table |= str.maketrans({"É": "E", "È": "E", "Ç": "C", "Š": "S", "Ž": "Z", "'": None, "-": "<"})
    spelt = [part for word in words for part in word.upper().translate(table).split("<") if part]
    order.shuffle(spelt)
    text = "<".join(spelt)
    if len(text) < 39:
        zone = parse(zone_of(name=text), TODAY)
        assert is_same_name(zone, " ".join(words))


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Anna-Lena Müller", "MUELLER<<ANNA<LENA"),
        ("Anna-Lena Müller", "MULLER<<ANNA<LENA"),
        ("Seán O'Connor", "OCONNOR<<SEAN"),
        ("Jürgen Groß", "GROSS<<JUERGEN"),
        ("Sukarno", "SUKARNO"),
        ("Nguyễn Thị Minh", "NGUYEN<<THI<MINH"),
        ("Adriana Maria Wilhelmina Papandropoulou-Konstantinides", "PAPANDROPOULOU<KONSTANTINIDES<<ADRIANA<MAR"[:39]),
    ],
)
def test_names_of_the_world(name, zone):
    assert is_same_name(parse(zone_of(name=zone), TODAY), name)


def test_another_name_differs():
    zone = parse(zone_of(name="MUELLER<<ANNELIESE"), TODAY)
    assert [field for field, _value in differences(zone, {"full_name_latin": "Anna Müller", "passport_number": "C01X00T47"})] == [
        "full_name_latin"
    ]


@pytest.mark.parametrize(
    ("code", "country"), [("D<<", "DE"), ("GBD", "GB"), ("RKS", "XK"), ("JPN", "JP"), ("UTO", ""), ("XXA", ""), ("UNO", "")]
)
def test_codes_of_the_zone_become_countries(code, country):
    assert country_of(code) == country


@pytest.mark.django_db
class TestThePage:
    @pytest.fixture
    def page(self, draft):
        return reverse("applications:section", args=[draft.uuid, "identity"])

    def send(self, browser, page, **answers):
        seen = SectionProgress.objects.first()
        return browser.post(page, {**IDENTITY, "then": "complete", "seen": seen.stamp if seen else "", **answers})

    def test_a_zone_that_agrees_is_told_and_noted(self, signed_in, page):
        assert self.send(signed_in, page, passport_zone=zone_of()).status_code == 302

        identity = Identity.objects.get()
        assert identity.zone_checked_at is not None and identity.zone_differences == []
        assert "agree with your answers" in signed_in.get(page).content.decode()

    def test_differences_are_told_with_what_the_zone_says_and_the_answers_are_kept(self, signed_in, page):
        response = self.send(signed_in, page, passport_zone=zone_of(born="900227", number="C01X00T48", country="F<<"))

        html = response.content.decode()
        assert "The lines of your passport say something else" in html and day(datetime.date(1990, 2, 27)) in html and "C01X00T48" in html
        identity = Identity.objects.get()
        assert identity.zone_differences == ["passport_number", "birth_date"]
        assert identity.birth_date == datetime.date(1990, 2, 28)
        assert SectionProgress.objects.get().done is True

    def test_the_zone_itself_is_stored_nowhere(self, signed_in, page):
        self.send(signed_in, page, passport_zone=zone_of(name="MUELLER<<ANNA<LENA<ZQX"))

        with connection.cursor() as cursor:
            cursor.execute("select row_to_json(row)::text from applications_identity row")
            assert "ZQX" not in cursor.fetchone()[0]
        assert "ZQX" not in signed_in.get(page).content.decode()

    def test_a_wrong_figure_is_a_sentence_at_the_field(self, signed_in, page):
        response = self.send(signed_in, page, passport_zone=zone_of()[:-1] + "X")

        assert "check digits do not agree" in str(response.context["form"].errors["passport_zone"])
        assert Identity.objects.get().passport_number == "C01X00T47"

    def test_an_answer_that_changes_afterwards_is_no_longer_compared(self, signed_in, page):
        self.send(signed_in, page, passport_zone=zone_of())
        self.send(signed_in, page, telephone="+86 21 5550 0100")
        assert Identity.objects.get().zone_checked_at is not None

        self.send(signed_in, page, passport_number="X1234567")

        assert Identity.objects.get().zone_checked_at is None
