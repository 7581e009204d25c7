"""One complete request for corrections."""

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.core.refusals import Refused
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.qualification.actions.deciding import must_be_of_this_version
from screening.qualification.conditions import was_visible
from screening.qualification.models import Check, CorrectionRequest
from screening.qualification.permissions import may_decide
from screening.qualification.states import DOUBTS


def request_corrections(
    application: Application, *, message: str, due_on: datetime.date, reason_again: str = "", by: User
) -> CorrectionRequest:
    """Ask once for everything that is unclear or not met; what could have been asked the first time needs a reason (domain 2.1.10)."""
    if not may_decide(application, by):
        raise PermissionDenied
    standing = list(Check.objects.of(application).standing())
    checks = [check for check in standing if check.result in DOUBTS]
    if not checks:
        raise Refused(_("Mark at least one check as unclear or not met; the request is made of these."), subject=application)
    must_be_of_this_version(application, standing)
    if (late := asked_late(application, checks)) and not reason_again.strip():
        named = "; ".join(str(check) for check in late)
        said = _("Corrections were requested before. Say why this was not asked the first time: %(checks)s") % {"checks": named}
        raise Refused(said, subject=application)
    if due_on <= timezone.localdate():
        raise Refused(_("Give the candidate at least until tomorrow."), subject=application)
    language = application.candidate.language
    items = [f"{check.sentence(language)} — {check.note}" for check in checks]
    told: dict[str, Any] = {"items": items, "message": message, "due_on": due_on}
    with transaction.atomic():
        request = CorrectionRequest.objects.create(application=application, reason_again=reason_again, sent_by=by, **told)
        applications.send_back(application, by=by, **told)
    return request


def asked_late(application: Application, checks: list[Check]) -> list[Check]:
    """Of what is asked for now, that which lay before the office at the first request: the same statement on the same evidence."""
    first = application.correction_requests.order_by("sent_at").first()
    return [check for check in checks if was_visible(check, first.sent_at)] if first is not None else []
