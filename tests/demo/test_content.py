"""The texts of the demonstration: complete in five languages, in the right script, lawful in their words, and consistent."""

import re

import pytest

from positions.conditions.params import check_params
from positions.states import BodyKind, CompetencyNature, EngagementType, PositionKind, SalaryMode, WorkingLanguage
from screening.applications.states import Gate
from screening.crosscultural.conditions import creed_words
from tests.demo.reading import CANDIDATES, CJK, CONTENT, HAN, HANGUL, KANA, LANGUAGES, POSITIONS, TEXTS

DOCUMENT_NUMBER = re.compile(r"^[\u4e00-\u9fff]{1,12}〔20\d{2}〕[1-9]\d*号$")
FICTIONAL_PHONE = re.compile(r"^021-5550-01\d\d$")
# Civil Servants Law Art. 13: an appointee is never called 公务员; these speak of the law, of the authority or of local civil servants.
LAWFUL = re.compile(
    r"公务员法|公务员制度|公务员录用|公务员招录|市公务员局|中外公务员|国家公务员编制|本地公务员|聘任制公务员"
    r"|不叫“公务员”|公务员应当具有|不是法律意义上的公务员|须由公务员行使|《公务员法》"
)
# In one place of a headcount for good, or for as long as the file is there.


def test_every_text_is_there_in_all_five_languages():
    gaps = [path for path, text in TEXTS if list(text) != LANGUAGES or not all(text[code].strip() for code in LANGUAGES)]
    assert gaps == []
    assert len(TEXTS) > 800


def test_the_chinese_text_is_simplified():
    wrong = []
    for path, text in TEXTS:
        text["zh-hans"].encode("gbk")
        for character in HAN.findall(text["zh-hans"]):
            try:
                character.encode("gb2312")
            except UnicodeEncodeError:
                wrong.append((path, character))
    assert wrong == []
    assert [path for path, text in TEXTS if not HAN.search(text["zh-hans"])] == []


def test_the_other_languages_stand_in_their_own_script():
    assert [path for path, text in TEXTS if not HANGUL.search(text["ko"]) and HAN.search(text["zh-hans"])] == []
    assert [path for path, text in TEXTS if not CJK.search(text["ja"])] == []
    assert [path for path, text in TEXTS if len(text["ja"]) > 45 and not KANA.search(text["ja"])] == []
    assert [path for path, text in TEXTS for code in ("en", "de") if CJK.search(text[code])] == []
    for _path, text in TEXTS:
        text["ja"].encode("cp932")


def test_no_appointee_is_called_a_civil_servant_in_chinese():
    own_words = [(row["key"], " ".join(row[name] for name in ("motivation", "case_conflict", "case_event"))) for row in CANDIDATES]
    chinese = [(path, text["zh-hans"]) for path, text in TEXTS] + own_words
    assert [path for path, text in chinese if "公务员" in LAWFUL.sub("", text)] == []


def test_the_files_hold_what_the_programme_needs():
    assert [row["code"] for row in CONTENT["departments"]] == ["FTZ", "INV", "PUD", "HQ", "STC"]
    assert {row["kind"] for row in CONTENT["positions"]} == set(PositionKind.values)
    assert {row["kind"] for row in CONTENT["competency_models"]["models"]} == set(PositionKind.values)
    assert len(CONTENT["questions"]) == 14
    assert len(CONTENT["courses"]) == 8
    assert len(CONTENT["news"]) == 3
    assert len(CONTENT["services"]["service_points"]) == 6
    assert [row["code"] for row in CONTENT["indicators"]] == [f"C{number}" for number in range(1, 11)]
    assert len(CONTENT["interviews"]["questions"]) == len(CONTENT["interviews"]["dimensions"]) == 5


def test_the_questionnaire_is_a_pilot_of_public_and_own_items_and_asks_about_no_creed():
    rows = CONTENT["inventory"]["items"]
    assert CONTENT["inventory"]["validation_status"] == "pilot"
    assert [sum(row["kind"] == kind for row in rows) for kind in ("statement", "situation")] == [20, 8]
    assert all("public domain" in row["source"] for row in rows if row["kind"] == "statement")
    assert all(sorted(option["points"] for option in row["options"]) == [0, 1, 2, 3] for row in rows if row["kind"] == "situation")
    assert {row["scale"]: sum(other["scale"] == row["scale"] for other in rows) for row in rows} == {
        **dict.fromkeys(("adventurousness", "agreeableness", "stability", "conscientiousness"), 5),
        "intercultural": 8,
    }
    (values,) = (row for row in CONTENT["interviews"]["dimensions"] if row["key"] == "service_and_law")
    assert "values of the city as behaviour on duty" in values["description"]["en"]
    said = [text[code] for path, text in TEXTS if path.startswith("inventory") for code in LANGUAGES]
    assert creed_words(said) == []


def test_initial_training_lasts_at_least_twelve_days():
    assert sum(row["days"] for row in CONTENT["courses"] if row["initial_training"]) >= 12


@pytest.mark.parametrize("model", CONTENT["competency_models"]["models"], ids=lambda model: model["kind"])
def test_a_competency_model_weighs_a_hundred(model):
    assert 6 <= len(model["competencies"]) <= 8
    assert sum(row["weight"] for row in model["competencies"]) == 100
    for row in model["competencies"]:
        assert row["kind"] in CompetencyNature.values
        assert row["stage"] in (Gate.QUALIFICATION, Gate.COMPETENCE, Gate.CROSSCULTURAL)
        assert row["un_heading"] in CONTENT["competency_models"]["un_headings"]
        assert list(row["anchors"]) == ["1", "3", "5"]


@pytest.mark.parametrize("position", POSITIONS.values(), ids=lambda position: position["code"])
def test_a_post_can_be_published(position):
    assert position["department"] in {row["code"] for row in CONTENT["departments"]}
    assert position["engagement_type"] in EngagementType.values
    assert position["engagement_type"] != EngagementType.APPOINTED_CONTRACT
    assert position["involves_state_secrets"] is False
    assert position["salary_mode"] in SalaryMode.values
    assert set(position["working_languages"]) <= set(WorkingLanguage.values)
    assert position["salary_min"] <= position["salary_max"]
    assert position["probation_months"] < position["term_months"] <= 60
    assert DOCUMENT_NUMBER.match(position["approval_document_no"])
    assert 5 <= len(position["duties"]) <= 7
    assert len(position["description"]) == 3
    assert [rule for rule in position["eligibility"] if check_params(rule["kind"], rule["params"])] == []
    assert sum(position["weights"].values()) == 100
    assert all(len(position["summary"][code]) <= 500 for code in LANGUAGES)
    days = position["dates"]
    assert days["opens"] < days["closes"] < days["test"] < days["interview"]


@pytest.mark.parametrize("department", CONTENT["departments"], ids=lambda department: department["code"])
def test_a_department_can_issue_a_notice(department):
    assert department["body_kind"] in BodyKind.values
    assert re.fullmatch(r"[\u4e00-\u9fff]{1,12}", department["organ_code"])
    assert FICTIONAL_PHONE.match(department["supervision_phone"])
    assert department["supervision_email"].endswith("@example.org")


@pytest.mark.parametrize("paper", CONTENT["papers"], ids=lambda paper: paper["code"])
def test_a_paper_has_two_tasks_of_fifty_marks(paper):
    assert paper["position"] in POSITIONS
    assert paper["duration_minutes"] == 90
    assert [task["kind"] for task in paper["tasks"]] == ["case_analysis", "writing"]
    for task in paper["tasks"]:
        assert task["max"] == sum(line["max"] for line in task["rubric"]) == 50
        assert len(task["rubric"]) == 4
        assert 300 <= len(task["prompt"]["zh-hans"]) <= 600
        assert all(list(line["anchors"]) == ["low", "mid", "high"] for line in task["rubric"])


def test_every_code_that_is_mentioned_exists():
    assert {row["position"] for row in CONTENT["papers"]} == set(POSITIONS)
    dimensions = {row["key"] for row in CONTENT["interviews"]["dimensions"]}
    assert {key for row in CONTENT["interviews"]["questions"] for key in row["dimensions"]} == dimensions
    kinds = {row["code"] for row in CONTENT["services"]["kinds"]}
    assert {kind for row in CONTENT["services"]["service_points"] for kind in row["services"]} <= kinds
    indicators = {row["code"] for row in CONTENT["indicators"]}
    assert {code for row in CONTENT["news"] for code in row["indicators"]} <= indicators
    assert {row["linked_question"] for row in CONTENT["news"]} - {None} <= {row["key"] for row in CONTENT["questions"]}
