"""The reference data with which the office begins; afterwards the tables are kept in the admin and this is only their beginning."""

from collections.abc import Iterator
from typing import Any

from recruitment.policy.states import SourceStatus
from screening.credentials.register.countries import CHECKED_ON, COUNTRIES, SOURCE
from screening.credentials.register.general import PRACTICE, RULES, TRANSLATION
from screening.credentials.register.papers import PAPERS
from screening.credentials.register.phrases import BEFORE, LANGUAGES, Phrase, named
from screening.credentials.states import PaperKind

AUTHENTICATED = {rule.kind: rule.is_authenticated for rule in RULES}
COUNTED_FROM = {rule.kind: rule.counted_from for rule in RULES}
UNVERIFIED = {"checked_on": CHECKED_ON, "status": SourceStatus.UNVERIFIED}


def countries() -> Iterator[dict[str, Any]]:
    """Columns of every country."""
    for row in COUNTRIES:
        low, high = row.weeks
        yield {
            "code": row.code, "recognition": row.recognition, "in_force_on": row.since, "weeks_min": low, "weeks_max": high,
            **_columns("authority", named(row.body, row.own_name)), **_columns("note", {}), "source": SOURCE, **UNVERIFIED,
        }  # fmt: skip


def papers() -> Iterator[tuple[str, dict[str, Any]]]:
    """(country, columns) of every paper; the country of a general rule is empty."""
    for rule in RULES:
        low, high = rule.weeks
        yield "", {
            **_paper(rule.kind), **_columns("issuer", _said(rule.issuer)), **_columns("steps", _said(rule.steps)),
            **_columns("translation_rule", _said(TRANSLATION)), "validity_months": rule.months, "weeks_min": low, "weeks_max": high,
            "source": rule.source,
        }  # fmt: skip
    for row in PAPERS:
        low, high = row.weeks or (None, None)
        yield row.country, {
            **_paper(row.kind), "original_name": row.original_name, "link": row.link, "validity_months": row.months,
            **_columns("issuer", named(row.body, row.own_name) if row.body else {}),
            **_columns("steps", _said(BEFORE[row.before]) if row.before else {}),
            **_columns("translation_rule", {}), "weeks_min": low, "weeks_max": high, "source": PRACTICE,
        }  # fmt: skip


def _paper(kind: PaperKind) -> dict[str, Any]:
    return {"kind": kind, "is_authenticated": AUTHENTICATED[kind], "counted_from": COUNTED_FROM[kind], **UNVERIFIED}


def _said(phrase: Phrase) -> dict[str, str]:
    return dict(zip(LANGUAGES, phrase, strict=True))


def _columns(name: str, said: dict[str, str]) -> dict[str, str]:
    """The columns of a translated field; the column without a language holds the first one's text."""
    return {name: said.get(LANGUAGES[0], ""), **{f"{name}_{language}": said.get(language, "") for language in LANGUAGES}}
