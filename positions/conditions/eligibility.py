"""The check of one requirement against the facts: a finding with its reason, never a decision (PIPL Art. 24)."""

from collections.abc import Callable
from datetime import date

from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from positions.conditions.facts import Facts, Finding
from positions.conditions.languages import find_chinese, find_language
from positions.conditions.params import check_params
from positions.conditions.spans import add_months, age_on
from positions.conditions.work import find_certificate, find_work_years
from positions.states import FindingResult, RuleKind

MET, NOT_MET, UNCLEAR = FindingResult.MET, FindingResult.NOT_MET, FindingResult.UNCLEAR
# From the closing date to the first day of duty, when a rule looks at the start of duty: selection, notice, permits.
MONTHS_TO_DUTY = 8
OLDEST = 1200

__all__ = ["check_params", "evaluate", "reference_day"]


def evaluate(rule, facts: Facts, *, on: date | None = None) -> Finding:
    """Look at one rule (its kind and params) with one person's facts; `on` is the closing date of the rule's post unless told."""
    if check_params(rule.kind, rule.params):
        return Finding(UNCLEAR, _("This requirement cannot be checked by rule; look at the documents."))
    return FINDERS[rule.kind](rule.params, facts, on or reference_day(rule.position))


def reference_day(position) -> date:
    """The day on which requirements must be met: the closing date by Shanghai's calendar."""
    return timezone.localdate(position.closes_at) if position.closes_at else timezone.localdate()


def find_age(params: dict, facts: Facts, on: date) -> Finding:
    if facts.birth_date is None:
        return Finding(UNCLEAR, _("The date of birth is not stated."))
    age = age_on(facts.birth_date, on)
    below = min(params.get("below", OLDEST), params.get("max", OLDEST) + 1)
    told = {"age": age, "day": on.isoformat(), "min": params.get("min"), "below": below}
    if "min" in params and age < params["min"]:
        return Finding(NOT_MET, format_lazy(_("Aged {age} on {day}; at least {min} is required."), **told), str(age))
    if age >= below:
        return Finding(NOT_MET, format_lazy(_("Aged {age} on {day}; under {below} is required."), **told), str(age))
    return Finding(MET, format_lazy(_("Aged {age} on {day}."), **told), str(age))


def find_nationality(params: dict, facts: Facts, on: date) -> Finding:
    evidence = ", ".join(facts.nationalities)
    if not facts.nationalities:
        return Finding(UNCLEAR, _("No nationality is stated."))
    if set(facts.nationalities) & set(params["excluded"]):
        return Finding(
            NOT_MET, _("An excluded nationality is held; Chinese nationals apply through the ordinary recruitment channel."), evidence
        )
    if facts.was_chinese_national:
        return Finding(UNCLEAR, _("Chinese nationality was held formerly; its loss must be shown."), evidence)
    return Finding(MET, _("Foreign nationality."), evidence)


def find_degree(params: dict, facts: Facts, on: date) -> Finding:
    if not facts.degrees:
        return Finding(UNCLEAR, _("No degree is stated."))
    high = [degree for degree in facts.degrees if degree.isced >= params["isced_min"]]
    evidence = f"ISCED {max(degree.isced for degree in facts.degrees)}"
    if not high:
        return Finding(NOT_MET, _("No degree of the required level is stated."), evidence)
    if not any(degree.graduated_on and degree.graduated_on <= on for degree in high):
        return Finding(
            UNCLEAR, _("The degree of the required level is not completed by the closing date, or its date is not stated."), evidence
        )
    return Finding(MET, _("A degree of the required level is stated."), evidence)


def find_degree_field(params: dict, facts: Facts, on: date) -> Finding:
    degrees = [degree for degree in facts.degrees if degree.isced >= params.get("isced_min", 6)]
    evidence = ", ".join(sorted({degree.field for degree in degrees if degree.field}))
    if any(degree.field.startswith(tuple(params["isced_f"])) for degree in degrees):
        return Finding(MET, _("A degree in a required field of study is stated."), evidence)
    if not degrees or not all(degree.field for degree in degrees):
        return Finding(UNCLEAR, _("The field of study is not stated."), evidence)
    return Finding(NOT_MET, _("No degree in a required field of study is stated."), evidence)


def find_no_criminal_record(params: dict, facts: Facts, on: date) -> Finding:
    if facts.has_criminal_record or facts.was_dismissed:
        return Finding(NOT_MET, _("A criminal record or a dismissal from a public body is declared."))
    if facts.has_criminal_record is None or facts.was_dismissed is None:
        return Finding(UNCLEAR, _("The declaration on criminal record and dismissal is not complete."))
    if RuleKind.NO_CRIMINAL_RECORD not in facts.certificates:
        return Finding(UNCLEAR, _("None is declared, but no certificate is attached."))
    return Finding(MET, _("None is declared, and a certificate is attached; check it."), RuleKind.NO_CRIMINAL_RECORD.value)


def find_residence_months(params: dict, facts: Facts, on: date) -> Finding:
    if facts.residence_months is None:
        return Finding(UNCLEAR, _("The time of residence is not stated."))
    result = MET if facts.residence_months >= params["min"] else NOT_MET
    reason = format_lazy(
        _("{months} months of residence are stated; {min} are required."), months=facts.residence_months, min=params["min"]
    )
    return Finding(result, reason, str(facts.residence_months))


def find_passport_validity(params: dict, facts: Facts, on: date) -> Finding:
    """A passport that ends too early can be renewed, so it is never a reason to refuse by itself unless it is expired."""
    expires = facts.passport_expires_on
    if expires is None:
        return Finding(UNCLEAR, _("The end of the passport's validity is not stated."))
    if expires < on:
        return Finding(NOT_MET, _("The passport has expired by the closing date."), expires.isoformat())
    lead = MONTHS_TO_DUTY if params.get("reference") == "duty_start" else 0
    if expires < add_months(on, lead + params["min_months"]):
        return Finding(UNCLEAR, _("The passport must be renewed before the permit is applied for."), expires.isoformat())
    return Finding(MET, _("The passport is valid long enough."), expires.isoformat())


FINDERS: dict[str, Callable[[dict, Facts, date], Finding]] = {
    RuleKind.AGE: find_age,
    RuleKind.NATIONALITY: find_nationality,
    RuleKind.DEGREE: find_degree,
    RuleKind.DEGREE_FIELD: find_degree_field,
    RuleKind.WORK_YEARS: find_work_years,
    RuleKind.CERTIFICATE: find_certificate,
    RuleKind.LANGUAGE: find_language,
    RuleKind.CHINESE: find_chinese,
    RuleKind.NO_CRIMINAL_RECORD: find_no_criminal_record,
    RuleKind.RESIDENCE_MONTHS: find_residence_months,
    RuleKind.PASSPORT_VALIDITY: find_passport_validity,
}
