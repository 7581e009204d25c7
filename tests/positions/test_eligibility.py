"""Requirements against facts: findings with reasons, at the closing date, and never more than a rule can know."""

import itertools
from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.conditions import Degree, Employment, Facts, LanguageProof, check_params, evaluate
from positions.conditions.params import SHAPES
from positions.conditions.spans import add_months, age_on, merged, months_worked
from positions.states import FindingResult, RuleKind

MET, NOT_MET, UNCLEAR = FindingResult.MET, FindingResult.NOT_MET, FindingResult.UNCLEAR
ON = date(2026, 12, 15)
DAYS = st.dates(date(1940, 1, 1), date(2060, 1, 1))


def found(kind, params, on=ON, **facts) -> FindingResult:
    finding = evaluate(SimpleNamespace(kind=kind, params=params), Facts(**facts), on=on)
    assert str(finding.reason)
    return finding.result


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (date(1990, 12, 15), ON, 36),
        (date(1990, 12, 16), ON, 35),
        (date(1990, 12, 14), ON, 36),
        (date(2000, 2, 29), date(2018, 2, 27), 17),
        (date(2000, 2, 29), date(2018, 2, 28), 18),
        (date(2000, 2, 29), date(2020, 2, 28), 19),
        (date(2000, 2, 29), date(2020, 2, 29), 20),
        (date(1999, 12, 31), date(2027, 1, 1), 27),
    ],
)
def test_age_is_counted_in_completed_years_leap_days_included(born, on, age):
    assert age_on(born, on) == age


@given(born=DAYS, years=st.integers(0, 60))
def test_a_birthday_completes_a_year_and_the_day_before_does_not(born, years):
    birthday = add_months(born, 12 * years)
    assert age_on(born, birthday) == years
    assert age_on(born, date.fromordinal(birthday.toordinal() - 1)) == years - 1


@pytest.mark.parametrize(
    ("born", "result"),
    [(date(2000, 12, 15), MET), (date(2000, 12, 16), NOT_MET), (date(1976, 12, 16), MET), (date(1976, 12, 15), NOT_MET), (None, UNCLEAR)],
)
def test_age_between_26_and_under_50_on_the_closing_date(born, result):
    assert found("age", {"min": 26, "below": 50, "reference": "closes"}, birth_date=born) == result


def test_an_upper_age_may_also_be_named_itself():
    assert found("age", {"max": 50}, birth_date=date(1975, 12, 16)) == MET
    assert found("age", {"max": 50}, birth_date=date(1975, 12, 15)) == NOT_MET


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        ({"nationalities": ("DE",)}, MET),
        ({"nationalities": ("DE", "CN")}, NOT_MET),
        ({"nationalities": ("CN",)}, NOT_MET),
        ({"nationalities": ("DE",), "was_chinese_national": True}, UNCLEAR),
        ({}, UNCLEAR),
    ],
)
def test_nationality(facts, result):
    assert found("nationality", {"excluded": ["CN"], "declare_all": True}, **facts) == result


@pytest.mark.parametrize(
    ("degrees", "result"),
    [
        ((Degree(7, graduated_on=ON),), MET),
        ((Degree(8, graduated_on=date(2010, 1, 1)), Degree(6)), MET),
        ((Degree(6, graduated_on=ON),), NOT_MET),
        ((Degree(7, graduated_on=date(2026, 12, 16)),), UNCLEAR),
        ((Degree(7),), UNCLEAR),
        ((), UNCLEAR),
    ],
)
def test_a_degree_of_the_level_completed_by_the_closing_date(degrees, result):
    assert found("degree", {"isced_min": 7}, degrees=degrees) == result


@pytest.mark.parametrize(
    ("degrees", "result"),
    [
        ((Degree(7, "07"),), MET),
        ((Degree(6, "0613"),), MET),
        ((Degree(7, "02"),), NOT_MET),
        ((Degree(5, "07"),), UNCLEAR),
        ((Degree(7, ""),), UNCLEAR),
        ((), UNCLEAR),
    ],
)
def test_a_degree_in_a_field(degrees, result):
    assert found("degree_field", {"isced_f": ["05", "06", "07"]}, degrees=degrees) == result


@pytest.mark.parametrize(
    ("jobs", "result"),
    [
        ((Employment(date(2023, 12, 16), ON),), MET),
        ((Employment(date(2023, 12, 17)),), NOT_MET),
        ((Employment(date(2023, 12, 16)),), MET),
        ((Employment(date(2020, 1, 1), date(2021, 12, 31)), Employment(date(2021, 1, 1), date(2022, 12, 31))), MET),
        ((Employment(date(2020, 1, 1), date(2021, 12, 31)), Employment(date(2020, 1, 1), date(2021, 12, 31))), NOT_MET),
        ((Employment(date(2027, 1, 1)),), NOT_MET),
        ((Employment(date(2020, 1, 1), date(2010, 1, 1)),), NOT_MET),
        ((), UNCLEAR),
    ],
)
def test_three_years_of_work_where_overlaps_count_once(jobs, result):
    assert found("work_years", {"min": 3}, employments=jobs) == result


@given(st.lists(st.tuples(DAYS, DAYS), max_size=6))
def test_joined_spans_are_in_order_and_apart(spans):
    joined = merged(spans)
    assert all(first[1] < second[0] for first, second in itertools.pairwise(joined))
    assert months_worked(spans) == months_worked(joined) >= 0


def hsk(version="2.0", level="5", score=200, tested_on=date(2026, 1, 31)) -> LanguageProof:
    return LanguageProof("zh-Hans", "hsk", version, level, score, tested_on)


CHINESE = {
    "any_of": [
        {"test": "HSK", "version": "2.0", "level": 5, "score": 180},
        {"test": "HSK", "version": "3.0", "level": 6},
        {"degree_taught_in": "zh"},
    ],
    "certificate_max_age_months": 24,
}


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        ({"languages": (hsk(score=180),)}, MET),
        ({"languages": (hsk(score=179),)}, NOT_MET),
        ({"languages": (hsk(score=None),)}, UNCLEAR),
        ({"languages": (hsk(level="6", score=100),)}, MET),
        ({"languages": (hsk(level="HSK 5", score=200),)}, MET),
        ({"languages": (hsk(level="4", score=300),)}, NOT_MET),
        ({"languages": (hsk("3.0", "6", None),)}, MET),
        ({"languages": (hsk("3.0", "5", 300),)}, NOT_MET),
        ({"languages": (hsk("", "6"),)}, UNCLEAR),
        ({"languages": (hsk(level="five"),)}, UNCLEAR),
        ({"languages": (hsk(tested_on=date(2024, 12, 15)),)}, MET),
        ({"languages": (hsk(tested_on=date(2024, 12, 14)),)}, UNCLEAR),
        ({"languages": (hsk(tested_on=None),)}, UNCLEAR),
        ({"languages": (hsk(level="4"), hsk("3.0", "7", None))}, MET),
        ({"degrees": (Degree(6, language="zh-Hans", graduated_on=date(2015, 7, 1)),)}, MET),
        ({"degrees": (Degree(6, language="zh-Hans"),)}, UNCLEAR),
        ({"degrees": (Degree(6, language="de", graduated_on=date(2015, 7, 1)),)}, NOT_MET),
        ({"native_languages": ("zh-Hant",)}, UNCLEAR),
        ({}, NOT_MET),
    ],
)
def test_chinese_by_hsk_of_either_version_or_by_a_degree(facts, result):
    assert found("chinese", CHINESE, **facts) == result


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        ({"native_languages": ("de-AT",)}, MET),
        ({"languages": (LanguageProof("ja", "CEFR", level="B2"),)}, MET),
        ({"languages": (LanguageProof("ja", "CEFR", level="b1"),)}, NOT_MET),
        ({"languages": (LanguageProof("ja", "JLPT", level="N1"),)}, UNCLEAR),
        ({"degrees": (Degree(6, language="ko"),)}, UNCLEAR),
        ({"native_languages": ("fr",)}, NOT_MET),
    ],
)
def test_one_of_several_languages_at_a_level(facts, result):
    assert found("language", {"any_of": ["de", "ja", "ko"], "cefr": "B2"}, **facts) == result


def test_all_of_some_languages_and_one_of_others():
    params = {"all_of": ["en"], "any_of": ["ja", "fr"], "cefr": "B2"}
    assert found("language", params, native_languages=("en", "fr")) == MET
    assert found("language", params, native_languages=("fr",)) == NOT_MET
    assert found("language", params, native_languages=("en",)) == NOT_MET


@pytest.mark.parametrize(
    ("facts", "result"),
    [
        ({"has_criminal_record": False, "was_dismissed": False, "certificates": frozenset({"no_criminal_record"})}, MET),
        ({"has_criminal_record": False, "was_dismissed": False}, UNCLEAR),
        ({"has_criminal_record": True, "was_dismissed": False}, NOT_MET),
        ({"has_criminal_record": False, "was_dismissed": True}, NOT_MET),
        ({"has_criminal_record": False}, UNCLEAR),
        ({}, UNCLEAR),
    ],
)
def test_no_criminal_record(facts, result):
    assert found("no_criminal_record", {"lookback_years": 5, "resident_months": 12}, **facts) == result


@pytest.mark.parametrize(("months", "result"), [(12, MET), (11, NOT_MET), (None, UNCLEAR)])
def test_residence(months, result):
    assert found("residence_months", {"min": 12, "place": "CN"}, residence_months=months) == result


@pytest.mark.parametrize(
    ("expires", "result"),
    [(date(2028, 2, 15), MET), (date(2028, 2, 14), UNCLEAR), (ON, UNCLEAR), (date(2026, 12, 14), NOT_MET), (None, UNCLEAR)],
)
def test_a_passport_that_ends_early_can_be_renewed_and_is_no_refusal(expires, result):
    assert found("passport_validity", {"min_months": 6, "reference": "duty_start"}, passport_expires_on=expires) == result


@pytest.mark.parametrize(
    ("kind", "params"),
    [
        ("age", []), ("age", None), ("age", {"min": "26"}), ("age", {"min": True}), ("age", {"minimum": 26}), ("nationality", {}),
        ("nationality", {"excluded": "CN"}), ("degree", {"isced_min": 9}), ("language", {"cefr": "B2"}),
        ("language", {"cefr": "B3", "any_of": ["de"]}),
        ("chinese", {"any_of": [{"test": "HSK"}]}), ("chinese", {"any_of": ["HSK"]}), ("chinese", {"any_of": [{"degree_taught_in": 5}]}),
        ("work_years", {"min": 3, "kinds": ["invented"]}), ("certificate", {"any_of": ["other"]}), ("certificate", {"any_of": []}),
        ("work_years", {"min": -1}), ("invented", {}),
    ],
)  # fmt: skip
def test_a_slip_in_the_parameters_is_told_and_the_check_says_unclear(kind, params):
    assert check_params(kind, params)
    assert found(kind, params) == UNCLEAR


WORDS = st.sampled_from(["min", "any_of", "cefr", "test", "level", "isced_min", "excluded", "x"])
PLAIN = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
JSON = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=8)


@given(kind=st.sampled_from(RuleKind.values), params=JSON)
def test_no_parameters_whatever_break_a_check(kind, params):
    assert found(kind, params) in FindingResult.values


def test_every_kind_of_requirement_can_be_checked():
    assert set(SHAPES) == set(RuleKind)


@pytest.mark.django_db
def test_a_rule_of_a_post_looks_at_its_closing_date_in_shanghai(published):
    rule = published.rules.get()
    assert str(published.closes_at.astimezone().date().year) in str(evaluate(rule, Facts(birth_date=date(1990, 1, 1))).reason)
