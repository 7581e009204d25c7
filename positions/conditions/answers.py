"""The check of oneself: answers to a few questions become the facts that an officer's check looks at; nothing is kept."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from positions.conditions.eligibility import evaluate, reference_day
from positions.conditions.facts import Degree, Employment, Facts, Finding, LanguageProof, Qualification
from positions.conditions.spans import add_months
from positions.states import TAUGHT, FindingResult, Holds, RuleKind

UNKNOWN_COUNTRY = "XX"  # user-assigned in ISO 3166-1: some country that is not excluded
OTHER_FIELD = "other"
CHINESE_NATIONALS = (Holds.CHINESE, Holds.HONG_KONG_MACAO, Holds.TAIWAN)
Answers = Mapping[str, Any]


def find(rule, answers: Answers) -> Finding:
    """What the officers' own check would say of one requirement to these answers; without an answer it is open."""
    if not any(answer not in (None, "") for answer in answers.values()):
        return Finding(FindingResult.UNCLEAR, _("You have not answered this question."))
    on = reference_day(rule.position)
    return evaluate(rule, FACTS[rule.kind](answers, rule.params, on), on=on)


def _age(answers: Answers, params: dict, on: date) -> Facts:
    return Facts(birth_date=answers["born"])


def _nationality(answers: Answers, params: dict, on: date) -> Facts:
    holds = answers["holds"]
    if holds in CHINESE_NATIONALS:
        return Facts(nationalities=("CN",))
    if holds in (Holds.FOREIGN, Holds.FORMER):
        return Facts(nationalities=(UNKNOWN_COUNTRY,), was_chinese_national=holds == Holds.FORMER)
    return Facts(nationalities=(holds,))


def _degree(answers: Answers, params: dict, on: date) -> Facts:
    if not answers["level"]:
        return Facts()
    return Facts(degrees=(Degree(int(answers["level"]), graduated_on=on if answers["graduated"] == "yes" else None),))


def _degree_field(answers: Answers, params: dict, on: date) -> Facts:
    field = {"yes": params["isced_f"][0], "no": OTHER_FIELD}.get(answers["fits"], "")
    return Facts(degrees=(Degree(params.get("isced_min", 6), field=field),))


def _work_years(answers: Answers, params: dict, on: date) -> Facts:
    years = answers["years"]
    if not years:
        return Facts(employments=(Employment(on, on - timedelta(days=1)),))
    kind = params.get("kinds", [""])[0]
    return Facts(employments=(Employment(add_months(on + timedelta(days=1), -12 * years), on, kind),))


def _certificate(answers: Answers, params: dict, on: date) -> Facts:
    return Facts(qualifications=(Qualification(answers["held"], on),))


def _language(answers: Answers, params: dict, on: date) -> Facts:
    known = {tag: level for tag, level in answers.items() if level not in ("", "none")}
    proofs = tuple(LanguageProof(tag, level="" if level == "untested" else level) for tag, level in known.items() if level != "native")
    return Facts(languages=proofs, native_languages=tuple(tag for tag, level in known.items() if level == "native"))


def _chinese(answers: Answers, params: dict, on: date) -> Facts:
    proof = answers["proof"]
    if proof == TAUGHT:
        return Facts(degrees=(Degree(6, language="zh", graduated_on=on),))
    if proof == "native":
        return Facts(native_languages=("zh",))
    if proof in ("", "none"):
        return Facts()
    test, version, level = proof.split("-") if proof != "other" else ("hsk", "", "")
    told = LanguageProof("zh", test.upper(), version, level, score=answers.get("score"), tested_on=answers.get("tested"))
    return Facts(languages=(told,))


def _no_criminal_record(answers: Answers, params: dict, on: date) -> Facts:
    declared = {"yes": True, "no": False}.get(answers["declared"])
    return Facts(has_criminal_record=declared, was_dismissed=declared)


def _residence(answers: Answers, params: dict, on: date) -> Facts:
    return Facts(residence_months=answers["months"])


def _passport(answers: Answers, params: dict, on: date) -> Facts:
    return Facts(passport_expires_on=answers["expires"])


FACTS: dict[str, Callable[[Answers, dict, date], Facts]] = {
    RuleKind.AGE: _age,
    RuleKind.NATIONALITY: _nationality,
    RuleKind.DEGREE: _degree,
    RuleKind.DEGREE_FIELD: _degree_field,
    RuleKind.WORK_YEARS: _work_years,
    RuleKind.CERTIFICATE: _certificate,
    RuleKind.LANGUAGE: _language,
    RuleKind.CHINESE: _chinese,
    RuleKind.NO_CRIMINAL_RECORD: _no_criminal_record,
    RuleKind.RESIDENCE_MONTHS: _residence,
    RuleKind.PASSPORT_VALIDITY: _passport,
}
