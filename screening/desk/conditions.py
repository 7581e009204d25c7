"""By when an answer is promised, and what a file itself says about a check; the officer decides."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from positions.conditions import Finding, evaluate
from positions.states import FindingResult
from screening.desk.states import REASONS
from screening.qualification.states import CheckKind

# The kind of paper that proves what is stated.
PROVED_BY = {
    CheckKind.DEGREE: "degree",
    CheckKind.EMPLOYMENT: "employment_proof",
    CheckKind.LANGUAGE: "language_certificate",
    CheckKind.RECORD: "no_criminal_record",
}


def is_overdue(day: datetime.date | None) -> bool:
    """The promised day is over."""
    return day is not None and day < timezone.localdate()


def pending_rejection(application):
    """The rejection that was proposed and not decided yet, or None."""
    rejection = getattr(application, "rejection", None)
    return rejection if rejection is not None and rejection.approved_at is None else None


def can_be_rejected(application) -> bool:
    """The stage can end the file, and nobody proposed it yet."""
    return application.state in REASONS and pending_rejection(application) is None


def finding_of(check, application, *, facts, papers) -> Finding:
    """What the rule, the attached files or the declaration say about a check."""
    if check.kind == CheckKind.REQUIREMENT and check.rule is not None:
        check.rule.position = application.position
        return evaluate(check.rule, facts)
    if check.kind == CheckKind.IDENTITY:
        return _identified(check.key, getattr(application, "identity", None))
    if check.kind == CheckKind.DECLARATION:
        return _declared(check.key, getattr(application, "declaration", None))
    country = check.key.partition("-")[2] if check.kind == CheckKind.RECORD else ""
    return _attached(sum(_is_of(paper, PROVED_BY.get(check.kind, check.key), country) for paper in papers))


def _is_of(paper, kind: str, country: str) -> bool:
    """The paper counts, is of the kind and, where it was said, of the country."""
    stated = getattr(getattr(paper, "facts", None), "country", None)
    fits = not country or not stated or stated.code == country
    return paper.kind == kind and fits and paper.removed_at is None and paper.document.is_accepted


def _identified(key: str, identity) -> Finding:
    """What the passport's zone and the nationalities say."""
    if identity is None:
        return Finding(FindingResult.UNCLEAR, _("Nothing is stated."))
    if key == "nationality":
        held = [country.code for country in (identity.nationality, *identity.other_nationalities) if country]
        if "CN" in held:
            return Finding(FindingResult.NOT_MET, _("Chinese nationality is stated: the ordinary channel is open to Chinese nationals."))
        if not held or identity.was_chinese_national is None or identity.was_chinese_national:
            return Finding(FindingResult.UNCLEAR, _("Look at the nationalities: one is missing, or a former Chinese one is stated."))
        return Finding(FindingResult.MET, ", ".join(held))
    if identity.zone_checked_at is None:
        return Finding(FindingResult.UNCLEAR, _("The zone of the passport was not compared."))
    if identity.zone_differences:
        return Finding(FindingResult.UNCLEAR, _("Some answers differ from the zone of the passport."))
    return Finding(FindingResult.MET, _("The answers agree with the zone of the passport."))


def _attached(number: int) -> Finding:
    if not number:
        return Finding(FindingResult.NOT_MET, _("No file is attached."))
    return Finding(
        FindingResult.MET, ngettext("%(number)d file is attached.", "%(number)d files are attached.", number) % {"number": number}
    )


def _declared(key: str, declaration) -> Finding:
    answers = [None]
    if declaration is not None:
        answers = [declaration.has_relatives] if key == "relatives" else [declaration.has_criminal_record, declaration.was_dismissed]
    if any(answers):
        return Finding(FindingResult.NOT_MET, _("Something is declared: read the explanation."))
    if None in answers:
        return Finding(FindingResult.UNCLEAR, _("The declaration is not complete."))
    return Finding(FindingResult.MET, _("Nothing of the kind is declared."))
