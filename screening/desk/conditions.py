"""By when an answer is promised, and what a file itself says about a check; the officer decides."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from positions.conditions import Finding, evaluate
from positions.states import FindingResult
from screening.desk.states import REASONS
from screening.qualification.states import CheckKind


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
    if check.kind == CheckKind.DOCUMENT:
        return _attached(sum(paper.kind == check.key and paper.removed_at is None and paper.document.is_accepted for paper in papers))
    return _declared(check.key, getattr(application, "declaration", None))


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
