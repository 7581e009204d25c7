"""Whether everything was checked, and for the version that counts."""

from screening.qualification.states import CheckKind, CheckResult


def counting(checks, position) -> list:
    """Checks of what the post asks for now; one of a sentence that a correction withdrew stays readable and counts no longer."""
    asked = {paper.kind for paper in position.required_documents.all() if paper.required}
    return [check for check in checks if not is_superseded(check, asked)]


def is_superseded(check, asked: set[str]) -> bool:
    """What it looked at was corrected or withdrawn; `asked` are the kinds of documents that are required now."""
    if check.kind == CheckKind.DOCUMENT:
        return check.key not in asked
    return check.rule is not None and check.rule.withdrawn_at is not None


def lacks(checks, position) -> bool:
    """A requirement or a document came after the checks were prepared."""
    known = {(check.kind, check.rule_id or check.key) for check in checks}
    wanted = {(CheckKind.REQUIREMENT, rule.pk) for rule in position.rules.all()}
    wanted |= {(CheckKind.DOCUMENT, paper.kind) for paper in position.required_documents.all() if paper.required}
    return bool(wanted - known)


def is_met_throughout(checks) -> bool:
    """Every check is met."""
    return bool(checks) and all(check.result == CheckResult.MET for check in checks)


def is_decided(checks) -> bool:
    """Every check was looked at and none is unclear."""
    return bool(checks) and all(check.result in (CheckResult.MET, CheckResult.NOT_MET) for check in checks)


def has_stale(checks, application) -> bool:
    """A check was decided before the version that counts was handed in."""
    return any(is_stale(check, application) for check in checks)


def is_stale(check, application) -> bool:
    """Decided on an earlier version; corrections that the office asked for are looked at one by one anyway."""
    return check.decided_at is not None and check.decided_at < application.submitted_at
