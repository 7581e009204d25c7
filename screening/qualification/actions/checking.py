"""An officer decides one check."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.kinds import Kind
from recruitment.policy.queries import value
from screening.applications.actions.stepping import tell
from screening.applications.models import Attachment
from screening.applications.states import LIVE, State
from screening.qualification.conditions import may_follow
from screening.qualification.inventory import valid_until
from screening.qualification.models import Check
from screening.qualification.permissions import may_decide
from screening.qualification.states import DOUBTS, PROVED, PROVES_NOTHING, CheckResult


@dataclass(frozen=True)
class Found:
    """What the officer found, how they made sure, and on which evidence."""

    result: str
    note: str = ""
    method: str = ""
    evidence: Attachment | None = None
    page: str = ""
    route: str = ""
    confidence: str = ""
    certificate_number: str | None = None
    issued_on: datetime.date | None = None
    due_on: datetime.date | None = None


STATED = ("result", "note", "method", "evidence", "page", "route", "confidence", "certificate_number", "issued_on", "due_on")


def decide(check: Check, found: Found, *, seen: str | None = None, by: User) -> Check:
    """Say what was found; the rule only helped to look. `seen` is the stamp of the decision that the officer saw on the page."""
    if not may_decide(check.application, by):
        raise PermissionDenied
    with moving(check) as check:
        _must_be_open(check, found, seen)
        _must_be_complete(check, found)
        was_promised = check.due_on
        for name in STATED:
            setattr(check, name, getattr(found, name))
        check.valid_until = valid_until(check, found.evidence, found.issued_on)
        check.officer, check.decided_at = (by, timezone.now()) if found.result != CheckResult.OPEN else (None, None)
        if check.due_on != was_promised:
            check.reminded_on = check.escalated_on = None
        record("screening.application.check", check.application, by=by, data={"check": check.key, "result": found.result})
        if check.application.state != State.SUBMITTED and check.due_on:
            tell_promises(check.application, [check])
    return check


def tell_promises(application, checks: list[Check]) -> None:
    """One letter with everything that may follow, and until when."""
    language = application.candidate.language
    items = [{"sentence": check.sentence(language), "due_on": check.due_on} for check in sorted(checks, key=lambda row: row.due_on)]
    tell(application, Kind.PROVISION_GRANTED, items=items)


def _must_be_open(check: Check, found: Found, seen: str | None) -> None:
    application = check.application
    follows = check.result == CheckResult.PROVISIONAL and application.state in LIVE and found.result not in (CheckResult.OPEN, "unclear")
    if application.state != State.SUBMITTED and not follows:
        raise Refused(_("The file is not in the qualification check at this moment."), subject=application)
    if check.retired_at is not None:
        raise Refused(_("This is no longer in the file; nothing is decided about it."), subject=application)
    if seen is not None and seen != check.stamp:
        told = {"officer": check.officer or "–", "result": check.get_result_display(), "note": check.note}
        said = _("%(officer)s decided this check meanwhile: %(result)s. %(note)s Save again if yours is to stand instead.") % told
        raise Refused(" ".join(said.split()), subject=application)


def _must_be_complete(check: Check, found: Found) -> None:
    """What each result needs beside it."""
    subject = check.application
    if found.result in DOUBTS and not found.note.strip():
        raise Refused(_("Say why the requirement is not met or unclear."), subject=subject)
    if found.result == CheckResult.MET and check.kind in PROVED and (not found.method or found.method in PROVES_NOTHING):
        said = _("Say how you made sure: original seen, official site or issuer. A statement or a commitment is met provisionally at most.")
        raise Refused(said, subject=subject)
    if found.evidence is not None and found.evidence.application_id != check.application_id:
        raise Refused(_("The evidence must lie in this file."), subject=subject)
    if (found.due_on is not None) != (found.result == CheckResult.PROVISIONAL):
        raise Refused(_("Give a day until which the proof is due if, and only if, it is met provisionally."), subject=subject)
    if found.due_on is not None:
        _must_be_promised(check, found.due_on)


def _must_be_promised(check: Check, due_on: datetime.date) -> None:
    """Only of what the law lets follow, and not for ever (domain 2.1.1, 2.1.9)."""
    if not may_follow(check):
        raise Refused(_("The proof of this cannot be given in later."), subject=check.application)
    last = timezone.localdate() + datetime.timedelta(days=value("provision.longest_days"))
    if not timezone.localdate() < due_on <= last:
        said = _("The proof may be due between tomorrow and %(last)s.") % {"last": last.isoformat()}
        raise Refused(said, subject=check.application)
