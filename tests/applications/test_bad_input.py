"""Bad input at every field: a sentence at the field, what was typed is kept, never a failure."""

import pytest
from django.urls import reverse

from screening.applications.models import Application, Education, Identity
from tests.applications.answers import COMPETENCIES, DECLARATIONS, EDUCATION, IDENTITY, INTEREST, LANGUAGE, PAUSE, REFEREE, WORK

pytestmark = pytest.mark.django_db

NUL, HOSTILE, LONG = "a\x00b", "<script>alert(1)</script>'\"; drop table", "x" * 500_000

BAD_IDENTITY = [
    ("full_name_latin", {"full_name_latin": "山田太郎"}, "Latin letters"),
    ("full_name_latin", {"full_name_latin": HOSTILE}, "cannot be part of it"),
    ("full_name_latin", {"full_name_latin": "- '"}, "Enter your full name"),
    ("full_name_latin", {"full_name_latin": "A" * 201}, "at most 200"),
    ("full_name_native", {"full_name_native": NUL}, "Null characters"),
    ("full_name_native", {"full_name_native": LONG}, "at most 200"),
    ("name_order", {"name_order": "sideways"}, "not one of the available choices"),
    ("sex", {"sex": "banana"}, "not one of the available choices"),
    ("birth_date", {"birth_date_day": "31", "birth_date_month": "2"}, "no day 31"),
    ("birth_date", {"birth_date_month": "13"}, "There are 12 months"),
    ("birth_date", {"birth_date_year": "90"}, "four figures"),
    ("birth_date", {"birth_date_day": ""}, "a day, a month and a year"),
    ("birth_date", {"birth_date_year": "2030"}, "in the past"),
    ("birth_date", {"birth_date_year": "1899"}, "older than 100"),
    ("birth_date", {"birth_date_day": "²"}, "in figures"),
    ("nationality", {"nationality": "CN"}, "ordinary recruitment channels"),
    ("nationality", {"nationality": "TW"}, "ordinary recruitment channels"),
    ("nationality", {"nationality": "ZZ"}, "Choose an entry of the list"),
    ("nationality", {"nationality": NUL}, "Choose an entry of the list"),
    ("other_nationalities", {"other_nationalities": ["HK"]}, "ordinary recruitment channels"),
    ("other_nationalities", {"other_nationalities": ["DE"]}, "need not be named again"),
    ("residence_country", {"residence_country": HOSTILE}, "Choose an entry of the list"),
    ("was_chinese_national", {"was_chinese_national": "perhaps"}, "not one of the available choices"),
    ("shanghai_months", {"shanghai_months": "-1"}, "below 0"),
    ("shanghai_months", {"shanghai_months": "9" * 30}, "above 1200"),
    ("shanghai_months", {"shanghai_months": "two"}, "whole number"),
    ("passport_number", {"passport_number": "C01"}, "5 to 14 letters"),
    ("passport_number", {"passport_number": "Ж1234567"}, "5 to 14 letters"),
    ("passport_number", {"passport_number": LONG}, "5 to 14 letters"),
    ("passport_expires_on", {"passport_expires_on": "01/02/2031"}, "year-month-day"),
    ("passport_expires_on", {"passport_expires_on": "2020-01-01"}, "no longer valid"),
    ("passport_expires_on", {"passport_expires_on": "9999-12-31"}, "too far away"),
    ("telephone", {"telephone": "030 123456"}, "country code"),
    ("telephone", {"telephone": "+49 1"}, "country code"),
    ("telephone", {"telephone": HOSTILE}, "country code"),
]


@pytest.mark.parametrize(("field", "answers", "sentence"), BAD_IDENTITY)
def test_identity(signed_in, draft, field, answers, sentence):
    url = reverse("applications:section", args=[draft.uuid, "identity"])

    response = signed_in.post(url, {**IDENTITY, **answers, "then": "complete", "seen": ""})

    assert response.status_code == 200
    assert sentence in " ".join(response.context["form"].errors[field])
    assert "<script>alert" not in response.content.decode()
    typed = next(iter(answers.values()))
    if (
        isinstance(typed, str)
        and field in ("full_name_native", "passport_number", "telephone", "shanghai_months")
        and typed not in (NUL, LONG, HOSTILE)
    ):
        assert typed in response.content.decode()
    assert not draft.progress.get().done


BAD_ENTRIES = [
    ("education", EDUCATION, "graduated_on", {"graduated_on_year": "2011"}, "before the beginning"),
    ("education", EDUCATION, "graduated_on", {"graduated_on_year": "2099"}, "in the past"),
    ("education", EDUCATION, "isced_level", {"isced_level": "99"}, "not one of the available choices"),
    ("education", EDUCATION, "isced_field", {"isced_field": "x"}, "not one of the available choices"),
    ("education", EDUCATION, "language", {"language": "klingon"}, "Choose an entry of the list"),
    ("education", EDUCATION, "title", {"title": LONG}, "at most 200"),
    ("education", EDUCATION, "institution", {"institution": NUL}, "Null characters"),
    ("work", WORK, "ended_on", {"is_current": ""}, "tick that you still work there"),
    ("work", WORK, "ended_on", {"ended_on_day": "1", "ended_on_month": "1", "ended_on_year": "2013"}, "before the beginning"),
    ("work", WORK, "ended_on", {"ended_on_day": "1", "ended_on_month": "1", "ended_on_year": "2016"}, "leave the end empty"),
    ("work", WORK, "duties", {"duties": "x" * 1501}, "at most 1500"),
    ("work", WORK, "began_on", {"began_on_year": "1066"}, "too far away"),
    ("languages", LANGUAGE, "proof", {"language": "ja"}, "is a test of this language: Chinese"),
    ("languages", LANGUAGE, "proof", {"proof": "HSK:2.0:9"}, "not one of the available choices"),
    ("languages", LANGUAGE, "proof", {"proof": "HSK:7.0:1"}, "not one of the available choices"),
    ("languages", LANGUAGE, "proof", {"proof": "::::"}, "not one of the available choices"),
    ("languages", LANGUAGE, "score", {"score": "999"}, "highest score of this test is 300"),
    ("languages", LANGUAGE, "score", {"score": ""}, "Enter your HSK score"),
    ("languages", LANGUAGE, "score", {"score": "150"}, "with a score from 180 to 300"),
    ("languages", LANGUAGE, "score", {"language": "ja", "proof": "JLPT::N1", "score": "99"}, "with a score from 100 to 180"),
    ("languages", LANGUAGE, "score", {"language": "ko", "proof": "TOPIK::4", "score": "200"}, "with a score from 150 to 189"),
    ("languages", LANGUAGE, "score", {"language": "de", "proof": "GOETHE::B2", "score": "41"}, "with a score from 60 to 100"),
    ("languages", LANGUAGE, "score", {"language": "en", "proof": "TOEFL:0–120:", "score": "121"}, "highest score of this test is 120"),
    ("languages", LANGUAGE, "score", {"language": "en", "proof": "TOEFL:0–120:", "score": ""}, "Enter your total TOEFL score"),
    ("languages", LANGUAGE, "score", {"score": "9" * 40}, "must be 1000 or less"),
    ("languages", LANGUAGE, "proof", {"language": "en", "proof": "IELTS::9.5"}, "not one of the available choices"),
    ("languages", LANGUAGE, "tested_on", {"proof": "HSK:3.0:6", "tested_on": "2025-12-01"}, "exists since"),
    ("languages", LANGUAGE, "tested_on", {"language": "en", "proof": "TOEFL:1–6:5.0", "tested_on": "2025-12-01"}, "exists since"),
    ("education", EDUCATION, "has_graduated", {"has_graduated": ""}, "Say whether you graduated"),
    (
        "education",
        EDUCATION,
        "graduated_on",
        {"graduated_on_day": "", "graduated_on_month": "", "graduated_on_year": ""},
        "day of your graduation",
    ),
    ("education", EDUCATION, "graduated_on", {"has_graduated": "no"}, "so leave the day empty"),
    ("pauses", PAUSE, "kind", {"kind": HOSTILE}, "not one of the available choices"),
    ("pauses", PAUSE, "ended_on", {"ended_on_day": "1", "ended_on_month": "1", "ended_on_year": "2011"}, "before the beginning"),
    ("pauses", PAUSE, "explanation", {"kind": "other", "explanation": ""}, "Say in a sentence"),
    ("pauses", PAUSE, "explanation", {"explanation": NUL}, "Null characters"),
    ("referees", REFEREE, "email", {"email": "call me"}, "such as name@example.org"),
    ("referees", REFEREE, "email", {"email": "info@example.com"}, "address of the person"),
    ("referees", REFEREE, "email", {"email": f"{'x' * 300}@example.com"}, ""),
    ("referees", REFEREE, "email", {"email": "a@example.com\nBcc: b@example.com"}, "such as name@example.org"),
    ("referees", REFEREE, "name", {"name": LONG}, "at most 200"),
    ("referees", REFEREE, "language", {"language": "xx"}, "not one of the available choices"),
    ("interests", INTEREST, "kind", {"kind": "enemy"}, "not one of the available choices"),
    ("interests", INTEREST, "who", {"who": ""}, "Say who it is"),
    ("interests", INTEREST, "body", {"body": LONG}, "at most 300"),
    ("languages", LANGUAGE, "tested_on", {"tested_on": ""}, "Enter the day of the test"),
    ("languages", LANGUAGE, "tested_on", {"tested_on": "2090-01-01"}, "must not lie in the future"),
    ("languages", LANGUAGE, "tested_on", {"tested_on": "yesterday"}, "year-month-day"),
]


@pytest.mark.parametrize(("section", "good", "field", "answers", "sentence"), BAD_ENTRIES)
def test_entries(signed_in, draft, section, good, field, answers, sentence):
    url = reverse("applications:entry_add", args=[draft.uuid, section])

    response = signed_in.post(url, {**good, **answers, "then": "complete"})

    assert response.status_code == 200
    assert sentence in " ".join(response.context["form"].errors[field])
    assert not draft.progress.exists()


@pytest.mark.parametrize(
    ("test", "score"),
    [("HSK:3.0:9", "95"), ("JLPT::N1", "120"), ("TOPIK::6", "240"), ("GOETHE::C1", "95"), ("TESTDAF::TDN4", ""), ("DSH::DSH-2", ""),
     ("IELTS::7.5", ""), ("TOEFL:0–120:", "105"), ("TOEFL:1–6:5.5", "")],
)  # fmt: skip
def test_every_test_belongs_to_its_language(signed_in, draft, test, score):
    url = reverse("applications:entry_add", args=[draft.uuid, "languages"])
    languages = {"HSK": "zh", "JLPT": "ja", "TOPIK": "ko", "GOETHE": "de", "TESTDAF": "de", "DSH": "de", "IELTS": "en", "TOEFL": "en"}
    answers = {"proof": test, "score": score, "tested_on": "2026-02-10", "then": "complete"}

    assert signed_in.post(url, {**answers, "language": "fr"}).status_code == 200
    assert signed_in.post(url, {**answers, "language": languages[test.split(":")[0]]}).status_code == 302


@pytest.mark.parametrize("proof", ["native", "SELF::B2", "DEGREE::"])
def test_what_needs_no_paper_needs_no_day(signed_in, draft, proof):
    url = reverse("applications:entry_add", args=[draft.uuid, "languages"])

    assert signed_in.post(url, {"language": "wuu", "proof": proof, "then": "complete"}).status_code == 302


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("explanation", "x" * 2001, "at most 2000"),
        ("was_dismissed", HOSTILE, "not one of the available choices"),
    ],
)
def test_declarations(signed_in, draft, field, value, sentence):
    url = reverse("applications:section", args=[draft.uuid, "declarations"])

    response = signed_in.post(url, {**DECLARATIONS, field: value, "then": "later", "seen": ""})

    assert response.status_code == 200
    assert sentence in " ".join(response.context["form"].errors[field])


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("motivation", "word " * 401, "counts 401 words; it may count 400"),
        ("motivation", LONG, "more than 12000 characters"),
        ("case_event", NUL, "Null characters"),
        ("case_conflict", "汉" * 1002, "counts 501 words; it may count 500"),
        ("case_conflict", "😀" * 12_001, "more than 12000 characters"),
    ],
)
def test_competencies(signed_in, draft, field, value, sentence):
    url = reverse("applications:section", args=[draft.uuid, "competencies"])

    response = signed_in.post(url, {**COMPETENCIES, field: value, "then": "later", "seen": ""})

    assert response.status_code == 200
    assert sentence in " ".join(response.context["form"].errors[field])


def test_ten_megabytes_of_text_are_turned_away_with_a_page(signed_in, draft):
    url = reverse("applications:section", args=[draft.uuid, "declarations"])

    response = signed_in.post(url, {**DECLARATIONS, "explanation": "x" * 10 * 2**20, "then": "later", "seen": ""})

    assert response.status_code in (400, 413)
    assert "govuk" in response.content.decode()


def test_hostile_text_is_text(signed_in, draft):
    signed_in.post(reverse("applications:entry_add", args=[draft.uuid, "education"]), {**EDUCATION, "title": HOSTILE, "then": "complete"})

    for name in ("section", "check"):
        args = [draft.uuid, "education"] if name == "section" else [draft.uuid]
        page = signed_in.get(reverse(f"applications:{name}", args=args)).content.decode()
        assert "&lt;script&gt;alert" in page and "<script>alert" not in page
    assert Education.objects.get().title == HOSTILE


def test_a_version_that_is_nonsense_is_as_good_as_an_old_one(signed_in, draft):
    url = reverse("applications:section", args=[draft.uuid, "identity"])

    for seen in (NUL, HOSTILE, "2026-01-01", "x" * 10_000):
        response = signed_in.post(url, {"full_name_native": "太郎", "then": "later", "seen": seen})
        assert response.status_code == 200 and "太郎" in response.content.decode()
    assert not Identity.objects.exists()


@pytest.mark.parametrize(
    "tail", ["nonsense/", "identity/add/", "education/0/", "education/99999999999999999999999/", "documents/file/7/", "education/1/burn/"]
)
def test_addresses_that_do_not_exist(signed_in, draft, tail):
    assert signed_in.get(f"/en/applications/{draft.uuid}/{tail}").status_code == 404


def test_a_language_that_does_not_exist(signed_in, draft):
    assert signed_in.get(f"/xx/applications/{draft.uuid}/").status_code == 404
    assert Application.objects.count() == 1
