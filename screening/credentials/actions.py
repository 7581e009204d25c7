"""The verbs of the tables of foreign papers: verify a line against its source, and doubt it again."""

import datetime

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core import caching
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.policy.states import SourceStatus
from screening.credentials.models import Sourced
from screening.credentials.permissions import may_verify


def verify(row: Sourced, *, source: str, checked_on: datetime.date, by: User) -> Sourced:
    """Somebody has read the text that a line rests on: which, on which day, and who. A change of the line takes it back."""
    if checked_on > timezone.localdate():
        raise Refused(_("The day on which the source was read cannot lie in the future."), subject=row)
    return _mark(row, "verify", SourceStatus.VERIFIED, source=source, checked_on=checked_on, by=by)


def doubt(row: Sourced, *, reason: str, by: User) -> Sourced:
    """The line may no longer be right; the public page says so until somebody has looked again."""
    return _mark(row, "doubt", SourceStatus.UNVERIFIED, source=row.source, checked_on=row.checked_on, reason=reason, by=by)


def _mark(row, verb: str, status: SourceStatus, *, source: str, checked_on: datetime.date, by: User, **said: str):
    if not may_verify(row, by):
        raise PermissionDenied
    with moving(row) as row:
        row.source, row.checked_on, row.status = source, checked_on, status
        told = {"source": source, "checked_on": checked_on.isoformat(), **said}
        record(f"{row._meta.label_lower}.{verb}", row, by=by, data=told)
        caching.purge()
    return row
