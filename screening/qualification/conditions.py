"""What the file states, as plain facts for the rules; and whether everything was checked."""

from positions.conditions import Degree, Employment, Facts, LanguageProof
from screening.qualification.states import CheckResult


def facts_of(application) -> Facts:
    """The file's statements; a section that was not filled states nothing."""
    identity = getattr(application, "identity", None)
    declaration = getattr(application, "declaration", None)
    languages = list(application.languages.all())
    return Facts(
        **_of_identity(identity),
        has_criminal_record=declaration.has_criminal_record if declaration else None,
        was_dismissed=declaration.was_dismissed if declaration else None,
        degrees=tuple(Degree(row.isced_level, row.isced_field, row.language, row.graduated_on) for row in application.education.all()),
        employments=tuple(Employment(row.began_on, row.ended_on) for row in application.employment.all() if row.began_on),
        languages=tuple(
            LanguageProof(row.language, row.test, row.version, row.level, row.score, row.tested_on)
            for row in languages
            if not row.is_native
        ),
        native_languages=tuple(row.language for row in languages if row.is_native),
        certificates=frozenset(row.kind for row in application.attachments.standing()),
    )


def _of_identity(identity) -> dict:
    if identity is None:
        return {}
    held = [identity.nationality, *(identity.other_nationalities or [])]
    return {
        "birth_date": identity.birth_date,
        "nationalities": tuple(str(country.code if hasattr(country, "code") else country) for country in held if country),
        "was_chinese_national": identity.was_chinese_national,
        "residence_months": identity.shanghai_months,
        "passport_expires_on": identity.passport_expires_on,
    }


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
