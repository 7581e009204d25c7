"""Can I apply? The officers' own rules on a reader's answers; advice for each requirement, nothing kept, nothing decided."""

import datetime
import logging

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from positions.conditions import Facts, evaluate
from positions.conditions.answers import FACTS, find
from positions.conditions.params import SHAPES
from positions.conditions.spans import add_months
from positions.forms import CheckForm
from positions.models import EligibilityRule, Position
from positions.states import FindingResult, Holds, RuleKind

MET, NOT_MET, UNCLEAR = FindingResult.MET, FindingResult.NOT_MET, FindingResult.UNCLEAR
ON = datetime.date(2026, 12, 15)
CLOSES = datetime.datetime(2026, 12, 15, 15, 59, tzinfo=datetime.UTC)
HSK = {
    "any_of": [{"test": "HSK", "version": "2.0", "level": 4, "score": 210}, {"test": "HSK", "version": "3.0", "level": 5}, {"degree_taught_in": "zh"}],
    "certificate_max_age_months": 24,
}  # fmt: skip
RULES = {
    RuleKind.AGE: {"min": 26, "below": 50},
    RuleKind.NATIONALITY: {"excluded": ["CN", "XK"]},
    RuleKind.DEGREE: {"isced_min": 6},
    RuleKind.DEGREE_FIELD: {"isced_f": ["03", "0413"]},
    RuleKind.WORK_YEARS: {"min": 3},
    RuleKind.CERTIFICATE: {"any_of": ["teaching", "law"]},
    RuleKind.LANGUAGE: {"all_of": ["en"], "any_of": ["de", "ja"], "cefr": "B2"},
    RuleKind.CHINESE: HSK,
    RuleKind.NO_CRIMINAL_RECORD: {"lookback_years": 5},
    RuleKind.RESIDENCE_MONTHS: {"min": 12},
    RuleKind.PASSPORT_VALIDITY: {"min_months": 6, "reference": "duty_start"},
}
RECENT = datetime.date(2026, 1, 10)


def said(kind: str, **answers) -> FindingResult:
    rule = EligibilityRule(kind=kind, params=RULES[kind], position=Position(closes_at=CLOSES))
    finding = find(rule, answers)
    assert str(finding.reason)
    return finding.result


@pytest.mark.parametrize(
    ("kind", "answers", "result"),
    [
        ("age", {"born": datetime.date(1990, 1, 1)}, MET),
        ("age", {"born": datetime.date(1976, 12, 15)}, NOT_MET),
        ("nationality", {"holds": Holds.FOREIGN}, MET),
        ("nationality", {"holds": Holds.FORMER}, UNCLEAR),
        ("nationality", {"holds": Holds.CHINESE}, NOT_MET),
        ("nationality", {"holds": Holds.HONG_KONG_MACAO}, NOT_MET),
        ("nationality", {"holds": Holds.TAIWAN}, NOT_MET),
        ("nationality", {"holds": "XK"}, NOT_MET),
        ("degree", {"level": "7", "graduated": "yes"}, MET),
        ("degree", {"level": "7", "graduated": "no"}, UNCLEAR),
        ("degree", {"level": "7", "graduated": ""}, UNCLEAR),
        ("degree", {"level": "3", "graduated": "yes"}, NOT_MET),
        ("degree", {"level": "", "graduated": "yes"}, UNCLEAR),
        ("degree_field", {"fits": "yes"}, MET),
        ("degree_field", {"fits": "no"}, NOT_MET),
        ("degree_field", {"fits": "unsure"}, UNCLEAR),
        ("work_years", {"years": 3}, MET),
        ("work_years", {"years": 2}, NOT_MET),
        ("work_years", {"years": 0}, NOT_MET),
        ("certificate", {"held": "law"}, MET),
        ("certificate", {"held": "other"}, UNCLEAR),
        ("certificate", {"held": "none"}, NOT_MET),
        ("language", {"en": "C1", "de": "native", "ja": ""}, MET),
        ("language", {"en": "B1", "de": "native", "ja": ""}, NOT_MET),
        ("language", {"en": "untested", "de": "B2", "ja": "none"}, UNCLEAR),
        ("language", {"en": "B2", "de": "none", "ja": "none"}, NOT_MET),
        ("chinese", {"proof": "hsk-2.0-5", "score": None, "tested": RECENT}, MET),
        ("chinese", {"proof": "hsk-2.0-4", "score": 209, "tested": RECENT}, NOT_MET),
        ("chinese", {"proof": "hsk-2.0-4", "score": None, "tested": RECENT}, UNCLEAR),
        ("chinese", {"proof": "hsk-3.0-4", "score": None, "tested": RECENT}, NOT_MET),
        ("chinese", {"proof": "hsk-3.0-5", "score": None, "tested": datetime.date(2020, 1, 1)}, UNCLEAR),
        ("chinese", {"proof": "degree", "score": None, "tested": None}, MET),
        ("chinese", {"proof": "native", "score": None, "tested": None}, UNCLEAR),
        ("chinese", {"proof": "other", "score": None, "tested": None}, UNCLEAR),
        ("chinese", {"proof": "none", "score": None, "tested": None}, NOT_MET),
        ("no_criminal_record", {"declared": "no"}, UNCLEAR),
        ("no_criminal_record", {"declared": "yes"}, NOT_MET),
        ("residence_months", {"months": 12}, MET),
        ("residence_months", {"months": 11}, NOT_MET),
        ("passport_validity", {"expires": datetime.date(2031, 1, 1)}, MET),
        ("passport_validity", {"expires": datetime.date(2027, 3, 1)}, UNCLEAR),
        ("passport_validity", {"expires": datetime.date(2026, 3, 1)}, NOT_MET),
    ],
)
def test_an_answer_is_looked_at_as_an_officers_check_would(kind, answers, result):
    assert said(kind, **answers) == result


@pytest.mark.parametrize("kind", RuleKind.values)
def test_what_is_not_answered_is_never_met_nor_refused(kind):
    form = CheckForm({}, rules=[EligibilityRule(pk=1, kind=kind, params=RULES[kind], position=Position(closes_at=CLOSES))])
    assert form.is_valid()
    finding = find(form.rules[0], form.answers(form.rules[0]))
    assert finding.result == UNCLEAR and "not answered" in str(finding.reason)


def test_every_kind_of_requirement_has_its_questions():
    assert set(FACTS) == set(SHAPES) == set(RuleKind)


@given(st.integers(0, 60), st.integers(0, 60))
def test_years_of_work_are_met_exactly_from_the_asked_number_on(years, least):
    rule = EligibilityRule(kind=RuleKind.WORK_YEARS, params={"min": least}, position=Position(closes_at=CLOSES))
    assert find(rule, {"years": years}).is_met == (years >= least)


@given(st.dates(datetime.date(1930, 1, 1), ON), st.integers(0, 80), st.integers(0, 80))
def test_of_two_persons_the_one_within_the_limits_is_met(born, least, below):
    rule = EligibilityRule(kind=RuleKind.AGE, params={"min": least, "below": below}, position=Position(closes_at=CLOSES))
    is_within = add_months(born, 12 * least) <= ON < add_months(born, 12 * below)
    assert find(rule, {"born": born}).is_met == is_within


@given(st.sampled_from(["hsk-2.0", "hsk-3.0"]), st.integers(1, 9), st.integers(1, 9), st.sampled_from(["2.0", "3.0"]))
def test_a_higher_level_of_the_same_test_is_never_worse_and_another_version_never_counts(test, level, wanted, version):
    params = {"any_of": [{"test": "HSK", "version": version, "level": wanted}]}
    rule = EligibilityRule(kind=RuleKind.CHINESE, params=params, position=Position(closes_at=CLOSES))
    assert find(rule, {"proof": f"{test}-{level}"}).is_met == (test.endswith(version) and level >= wanted)


@given(st.sampled_from(RuleKind.values), st.data())
def test_no_parameters_break_a_check_and_wrong_ones_never_refuse(kind, data):
    junk = st.dictionaries(
        st.sampled_from([*RULES[kind], "x"]), st.one_of(st.none(), st.integers(), st.text(), st.lists(st.text())), max_size=3
    )
    rule = EligibilityRule(pk=1, kind=kind, params=data.draw(junk), position=Position(closes_at=CLOSES))
    form = CheckForm({}, rules=[rule])
    assert form.is_valid()
    assert find(rule, form.answers(rule)).result == UNCLEAR
    assert evaluate(rule, Facts(), on=ON).result in FindingResult


# --- The page -----------------------------------------------------------------------------------------------------


@pytest.fixture
def asking(published) -> Position:
    """A post with a requirement of every kind."""
    published.rules.all().delete()
    for order, (kind, params) in enumerate(RULES.items()):
        EligibilityRule.objects.create(
            position=published, order=order, kind=kind, params=params, sentence_en=f"Rule {kind}", sentence_zh_hans="条件"
        )
    return published


def answered(position: Position, **answers) -> dict:
    """Answers under the names of the form: `age__born_day` is the first box of the date of birth."""
    keys = {rule.kind: rule.pk for rule in position.rules.all()}
    parts = {name: name.split("__") for name in answers}
    return {f"r{keys[parts[name][0]]}_{parts[name][1]}": value for name, value in answers.items()}


@pytest.mark.django_db
def test_each_requirement_is_answered_with_what_would_help_and_the_office_decides(asking, client):
    address = f"/en/positions/{asking.reference}/can-i-apply/"
    assert "Your answers are not stored" in client.get(address).content.decode()
    given = answered(
        asking,
        age__born_day="1",
        age__born_month="5",
        age__born_year="1990",
        nationality__holds="foreign",
        degree__level="3",
        degree__graduated="yes",
    )
    page = client.post(address, given).content.decode()
    for words in (
        "Met</strong>",
        "Not met</strong>",
        "Needs a look</strong>",
        "What would help:",
        "This is advice, not a decision.",
        "Aged 36",
    ):
        assert words in page, words
    assert 'value="1990"' in page and "Change your answers" in page
    assert page.count("What would help:") == 1, "only for what was answered and is not met"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("holds", "words"),
    [("chinese", "ordinary recruitment of civil servants"), ("hong_kong_macao", "residents of Hong Kong and Macao"), ("taiwan", "residents of Taiwan")],
)  # fmt: skip
def test_chinese_nationals_and_compatriots_are_led_to_their_channel(holds, words, asking, client):
    page = client.post(f"/en/positions/{asking.reference}/can-i-apply/", answered(asking, nationality__holds=holds)).content.decode()
    assert words in page and "you may apply whatever stands here" in page


@pytest.mark.django_db
def test_nothing_of_an_answer_is_kept_or_logged_or_set_as_a_cookie(asking, client, caplog):
    given = answered(asking, nationality__holds="former", residence_months__months="7777", age__born_year="1963")
    with caplog.at_level(logging.DEBUG), connection.execute_wrapper(_only_reads):
        answer = client.post(f"/en/positions/{asking.reference}/can-i-apply/", given)
    assert "no-store" in answer["Cache-Control"]
    assert "session" not in answer.cookies and "7777" not in caplog.text and "1963" not in caplog.text


def _only_reads(execute, sql, params, many, context):
    assert sql.lstrip().lower().startswith("select"), sql
    return execute(sql, params, many, context)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"age__born_day": "31", "age__born_month": "2", "age__born_year": "1990"}, "Error:"),
        ({"work_years__years": "many"}, "must be a number"),
        ({"work_years__years": "-1"}, "must be 0 or more"),
        ({"work_years__years": "9" * 400}, "Error:"),
        ({"chinese__proof": "hsk-9.9-9"}, "Error:"),
        ({"nationality__holds": "<script>"}, "Error:"),
        ({"language__en": "\x00"}, "Error:"),
        ({"chinese__tested": "32.13.2020"}, "Error:"),
    ],
)
def test_a_wrong_answer_gets_a_sentence_and_never_breaks(given, sentence, asking, client):
    page = client.post(f"/en/positions/{asking.reference}/can-i-apply/", answered(asking, **given))
    assert page.status_code == 200 and sentence in page.content.decode() and '<script>"' not in page.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["zh-hans", "de", "ja", "ko"])
def test_the_questions_are_asked_in_every_language_and_not_of_a_draft(language, asking, client):
    assert client.get(f"/{language}/positions/{asking.reference}/can-i-apply/").status_code == 200
    Position._base_manager.filter(pk=asking.pk).update(
        state="drafted", reviewed_at=None, reviewed_by=None, published_at=None, published_by=None
    )
    assert client.get(f"/{language}/positions/{asking.reference}/can-i-apply/").status_code == 404
