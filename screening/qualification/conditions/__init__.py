"""What checks follow from, and whether everything was checked, for the version that counts."""

from screening.applications.states.evidence import WITHOUT_CERTIFICATE
from screening.qualification.conditions.wanted import Asked, Stated, Statement, Wanted, wanted
from screening.qualification.states import DOCUMENTS_MAY_FOLLOW, MAY_FOLLOW, PASSES, CheckKind, CheckResult

__all__ = [
    "Asked",
    "Stated",
    "Statement",
    "Wanted",
    "has_stale",
    "is_behind",
    "is_corrected",
    "is_decided",
    "is_met_throughout",
    "is_stale",
    "may_follow",
    "promised",
    "standing",
    "statement_of",
    "verifiers",
    "wanted",
    "was_visible",
]


def statement_of(application, spells) -> Statement:
    """What checks follow from; languages only where a certificate is stated."""
    certified = [row for row in application.languages.all() if row.test and not row.is_native and row.test not in WITHOUT_CERTIFICATE]
    return Statement(
        degrees=tuple(Stated(row.pk, str(row), row.country.code or "") for row in application.education.all()),
        employments=tuple(Stated(row.pk, str(row), row.country.code or "") for row in application.employment.all()),
        languages=tuple(Stated(row.pk, _named(row)) for row in sorted(certified, key=lambda row: row.pk)),
        spells=tuple(spells),
    )


def _named(row) -> str:
    return " ".join(part for part in (row.get_test_display(), row.version, row.level) if part)


def standing(checks) -> list:
    """Checks of what the file states now; what the candidate took out stays readable and counts no more."""
    return [check for check in checks if check.retired_at is None]


def is_met_throughout(checks) -> bool:
    """Every check is met, if need be provisionally."""
    checks = standing(checks)
    return bool(checks) and all(check.result in PASSES for check in checks)


def is_decided(checks) -> bool:
    """Every check was looked at and none is unclear."""
    checks = standing(checks)
    return bool(checks) and all(check.result in (*PASSES, CheckResult.NOT_MET) for check in checks)


def verifiers(checks) -> set[int]:
    """Who decided the checks that count: none of them decides what follows from it."""
    return {check.officer_id for check in standing(checks) if check.officer_id is not None}


def has_stale(checks, application) -> bool:
    """A check was decided before the version that counts was handed in."""
    return any(is_stale(check, application) for check in standing(checks))


def is_stale(check, application) -> bool:
    """Decided on an earlier version, or before the candidate changed what it speaks of."""
    return check.decided_at is not None and check.decided_at < max(application.submitted_at, check.stated_at)


def is_behind(checks, application) -> bool:
    """Since its checks were drawn up the file was handed in again, or the post corrected."""
    return any(check.compared_at < application.moved_at for check in checks) or is_corrected(checks, application.position)


def is_corrected(checks, position) -> bool:
    """The post asks for something else than what the checks look at; no check at all looks at nothing yet."""
    asked = {(CheckKind.REQUIREMENT, rule.pk) for rule in position.rules.all()}
    asked |= {(CheckKind.DOCUMENT, paper.kind) for paper in position.required_documents.all() if paper.required}
    looked_at = {(check.kind, check.rule_id or check.key) for check in standing(checks)}
    return bool(checks) and asked != {place for place in looked_at if place[0] in (CheckKind.REQUIREMENT, CheckKind.DOCUMENT)}


def may_follow(check) -> bool:
    """The law lets the proof of this be given in later (domain 2.1.1, 2.1.9)."""
    return check.kind in MAY_FOLLOW or (check.kind == CheckKind.DOCUMENT and check.key in DOCUMENTS_MAY_FOLLOW)


def promised(check) -> bool:
    """Its proof is still to follow."""
    return check.result == CheckResult.PROVISIONAL and check.retired_at is None


def was_visible(check, first_sent_at) -> bool:
    """What is asked for now lay before the office at the first request already: the same statement, on the same evidence."""
    if check.stated_at > first_sent_at:
        return False
    return check.evidence is None or check.evidence.added_at <= first_sent_at
