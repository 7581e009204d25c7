"""Which parameters a requirement of each kind takes, so that a slip of the pen is told at once and never breaks a check."""

from collections.abc import Callable

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from positions.conditions.languages import CEFR
from positions.states import CertificateKind, RuleKind, WorkKind


def _number(value) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1200


def _level(value) -> bool:
    return _number(value) and value <= 8


def _words(value) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(word, str) and word for word in value)


def _works(value) -> bool:
    return _words(value) and set(value) <= set(WorkKind.values)


def _qualifications(value) -> bool:
    """What is named in the candidate's own words cannot be asked for by a rule."""
    return _words(value) and set(value) <= set(CertificateKind.values) - {CertificateKind.OTHER}


def _flag(value) -> bool:
    return isinstance(value, bool)


def _word(value) -> bool:
    return isinstance(value, str) and bool(value)


def _cefr(value) -> bool:
    return value in CEFR


def _proofs(value) -> bool:
    return isinstance(value, list) and bool(value) and all(_proof(item) for item in value)


def _proof(item) -> bool:
    if not isinstance(item, dict):
        return False
    if "degree_taught_in" in item:
        return set(item) == {"degree_taught_in"} and _word(item["degree_taught_in"])
    return {"test", "level"} <= set(item) <= set(PROOF) and all(PROOF[name](value) for name, value in item.items())


PROOF: dict[str, Callable] = {"test": _word, "version": _word, "level": _number, "score": _number}
# Kind → (parameters that must be there, parameters that may be there).
SHAPES: dict[str, tuple[dict[str, Callable], dict[str, Callable]]] = {
    RuleKind.AGE: ({}, {"min": _number, "max": _number, "below": _number, "reference": _word}),
    RuleKind.NATIONALITY: ({"excluded": _words}, {"declare_all": _flag}),
    RuleKind.DEGREE: ({"isced_min": _level}, {}),
    RuleKind.DEGREE_FIELD: ({"isced_f": _words}, {"isced_min": _level}),
    RuleKind.WORK_YEARS: ({"min": _number}, {"kinds": _works}),
    RuleKind.CERTIFICATE: ({"any_of": _qualifications}, {}),
    RuleKind.LANGUAGE: ({"cefr": _cefr}, {"any_of": _words, "all_of": _words}),
    RuleKind.CHINESE: ({"any_of": _proofs}, {"certificate_max_age_months": _number}),
    RuleKind.NO_CRIMINAL_RECORD: ({}, {"lookback_years": _number, "resident_months": _number}),
    RuleKind.RESIDENCE_MONTHS: ({"min": _number}, {"place": _word}),
    RuleKind.PASSPORT_VALIDITY: ({"min_months": _number}, {"reference": _word}),
}


def check_params(kind: str, params) -> list:
    """What is wrong with the parameters of a requirement, a sentence each; empty when they can be used."""
    if kind not in SHAPES or not isinstance(params, dict):
        return [_('The parameters must be a JSON object, such as {"min": 3}.')]
    needed, possible = SHAPES[kind]
    known = needed | possible
    sentences = [format_lazy(_("The parameter “{name}” is missing."), name=name) for name in needed if name not in params]
    sentences += [format_lazy(_("There is no parameter “{name}” for this kind."), name=name) for name in params if name not in known]
    sentences += [
        format_lazy(_("The value of “{name}” cannot be used."), name=name)
        for name, value in params.items()
        if name in known and not known[name](value)
    ]
    if kind == RuleKind.LANGUAGE and not {"any_of", "all_of"} & set(params):
        sentences.append(_("Name at least one language in “any_of” or “all_of”."))
    return sentences
