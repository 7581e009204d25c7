"""What is kept as values, laid out for people: the rules of a round, the assessment plan, the progress of translations."""

from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import get_language, ngettext, override, pgettext
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname as localized

from positions.conditions import asked
from positions.conditions.material import TEXTS
from positions.conditions.publication import OPTIONAL_TEXTS, REQUIRED_TEXTS
from positions.models import EligibilityRule, Position, RequiredDocument
from positions.states import COMPETENCY_STAGES, Aggregation, CorrectionKind, RuleKind, Stage, TieBreak, WorkingLanguage
from recruitment.calendar.states import CountRule
from recruitment.core import richtext, spoken_dates
from recruitment.policy.register import REGISTER
from recruitment.policy.states import SourceStatus

LANGUAGES = [code for code, _name in settings.LANGUAGES]


def rules(frozen: dict) -> list[tuple[str, str]]:
    """Weights, pass marks, panel, ties and notice, as they were fixed."""
    rows = [
        (_("Weight of the professional competence test"), f"{frozen['competence_weight']} %"),
        (_("Weight of the cross-cultural assessment"), f"{frozen['crosscultural_weight']} %"),
        (_("Points needed in the competence test"), str(frozen["competence_min"])),
        (_("Points needed in the cross-cultural assessment"), str(frozen["crosscultural_min"])),
        (_("Members of a panel"), str(frozen["panel_size"])),
        (_("How the marks of a panel become one"), str(Aggregation(frozen["aggregation"]).label)),
    ]
    rows += _ranking(frozen)
    if ties := frozen.get("tie_breaks"):
        rows.append((_("Where overall scores are equal"), in_order(ties)))
    if "needs_attestation" in frozen:
        told = pgettext("value", "yes") if frozen["needs_attestation"] else pgettext("value", "no")
        rows.append((_("A stage closes only with the attestation of an oversight body"), told))
    notice = ngettext("%(days)d working day", "%(days)d working days", frozen["notice_working_days"]) % {
        "days": frozen["notice_working_days"]
    }
    return [*rows, (_("Length of the public notice"), f"{notice} · {CountRule(frozen['notice_rule']).label}")]


def _ranking(frozen: dict) -> list[tuple[str, str]]:
    """What rounds that were fixed earlier do not know."""
    if "interview_ratio" not in frozen:
        return []
    months = ngettext("%(months)d month", "%(months)d months", frozen["reserve_months"]) % {"months": frozen["reserve_months"]}
    only = _("must reach the average of the panel's other candidates") if frozen["single_candidate_rule"] else _("is ranked like anybody")
    return [
        (_("Candidates interviewed for each vacancy"), str(frozen["interview_ratio"])),
        (_("An only candidate"), only),
        (_("Validity of the reserve list"), months),
    ]


def in_order(ties: list[str]) -> str:
    """Tie-breaks in their order, in one line."""
    arrow = " → "
    return arrow.join(str(TieBreak(rule).label) for rule in ties)


def stages(frozen: dict) -> list[tuple[str, int]]:
    """Each stage in its order, with the working days that are promised for it."""
    days = frozen["service_days"]
    return [(str(Stage(stage).label), days[stage]) for stage in frozen.get("stages", days) if stage in days]


@dataclass(frozen=True)
class Parameter:
    """One policy parameter as it stood when the rules were fixed."""

    key: str
    description: str
    value: str
    source: str
    is_verified: bool
    valid_from: str


def parameters(frozen: dict) -> list[Parameter]:
    """The policy of the day on which the rules were fixed, in the order of the register."""
    values, sources = frozen.get("policy", {}), frozen.get("policy_sources", {})
    return [_parameter(key, values[key], sources.get(key, {})) for key in REGISTER if key in values]


def _parameter(key: str, value, told: dict) -> Parameter:
    entry = REGISTER[key]
    amount = " : ".join(str(part) for part in value.values()) if isinstance(value, dict) else str(value)
    return Parameter(
        key=key,
        description=str(entry.description),
        value=f"{amount} {entry.unit.label}" if key not in ("notice.count_rule",) else str(CountRule(value).label),
        source=told.get("source", ""),
        is_verified=told.get("status") == SourceStatus.VERIFIED,
        valid_from=told.get("valid_from", ""),
    )


def assessment_plan(model) -> dict:
    """Competency by stage: where each is tested and what it weighs, what each stage weighs, and what is tested nowhere."""
    competencies = list(model.competencies.all())
    columns = [value for value, _label in COMPETENCY_STAGES]
    rows = [
        {
            "competency": row,
            "cells": [row.weight if row.stage == stage else None for stage in columns],
            "is_gap": row.required and not row.stage,
        }
        for row in competencies
    ]
    sums = [sum(row.weight for row in competencies if row.stage == stage) for stage in columns]
    return {"stages": [label for _value, label in COMPETENCY_STAGES], "rows": rows, "sums": sums, "total": sum(sums)}


def progress(position) -> dict:
    """Which text stands in which language: a line for each text of the post and each sentence of its requirements and documents."""
    lines = [
        _line(position, name, position._meta.get_field(name).verbose_name, name in REQUIRED_TEXTS)
        for name in (*REQUIRED_TEXTS, *OPTIONAL_TEXTS)
    ]
    for row in (*position.rules.all(), *position.required_documents.all()):
        label = _("%(kind)s no. %(order)s") % {"kind": row._meta.verbose_name, "order": row.order}
        lines.append(_line(row, "sentence", label, True))
    asked = [line for line in lines if line["is_needed"]]
    shares = [_share(sum(line["cells"][column] for line in asked), len(asked)) for column in range(len(LANGUAGES))]
    done = sum(sum(line["cells"]) for line in asked)
    names = dict(settings.LANGUAGES)
    columns = [{"code": code, "name": names[code]} for code in LANGUAGES]
    return {"languages": columns, "lines": lines, "shares": shares, "total": _share(done, len(asked) * len(LANGUAGES))}


def _line(row, name: str, label, is_needed: bool) -> dict:
    """An optional text is asked for in all languages as soon as it stands in one."""
    cells = [bool((getattr(row, localized(name, code)) or "").strip()) for code in LANGUAGES]
    return {"label": str(label), "cells": cells, "is_needed": is_needed or any(cells)}


def _share(part: int, whole: int) -> int:
    """Per cent, rounded down, so that 100 means all."""
    return 100 * part // whole if whole else 100


def is_chinese() -> bool:
    """Whether the reader reads the text that prevails."""
    return (get_language() or "").startswith("zh")


@dataclass(frozen=True)
class Change:
    """What a correction changes, in one language."""

    number: int | None
    kind: str
    label: str
    old: str
    new: str
    reason: str


def change(correction, language: str = "") -> Change:
    """From, to and why, in a language: the reader's own unless told."""
    code = language or get_language() or "zh-hans"
    with override(code):
        return Change(
            number=correction.number,
            kind=str(CorrectionKind(correction.kind).label),
            label=_part(correction),
            old=said(correction.field, correction.old, code),
            new=said(correction.field, correction.new, code),
            reason=getattr(correction, localized("reason", code)) or correction.reason,
        )


def _part(correction) -> str:
    """What is corrected: a column of the post, a requirement by its kind, a document."""
    if not asked.is_row(correction.field):
        return str(Position._meta.get_field(correction.field).verbose_name)
    if asked.part_of(correction.field) == asked.DOCUMENT:
        return str(RequiredDocument._meta.verbose_name)
    return f"{EligibilityRule._meta.verbose_name}: {RuleKind((correction.old or correction.new)['kind']).label}"


def _asked_for(value: dict | None, code: str) -> str:
    if value is None:
        return pgettext("correction", "not asked for")
    sentence = value["sentence"].get(code) or value["sentence"].get("zh-hans") or ""
    return sentence if value.get("required", True) else _("%(sentence)s (not required)") % {"sentence": sentence}


def said(name: str, value, code: str) -> str:
    """A plain value as people read it: a text in the language, a choice by its label, a day as the language writes it."""
    if asked.is_row(name):
        return _asked_for(value, code)
    if name in TEXTS:
        return richtext.plain(value.get(code) or value.get("zh-hans") or "")
    if value in (None, "", []):
        return "–"
    if isinstance(value, bool):
        return pgettext("value", "yes") if value else pgettext("value", "no")
    if isinstance(value, list):
        names = dict(WorkingLanguage.choices)
        return " · ".join(str(names.get(item, item)) for item in value)
    return _said_of(Position._meta.get_field(name), value)


def _said_of(field: models.Field, value) -> str:
    if isinstance(field, models.DateTimeField):
        return spoken_dates.moment(parse_datetime(value))
    if isinstance(field, models.DateField):
        return spoken_dates.day(parse_date(value))
    return str(dict(field.choices).get(value, value)) if field.choices else str(value)
