"""The verbs of policy: set a value, verify a source."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.core.footprints import leave
from recruitment.core.refusals import Refused
from recruitment.policy.models import Parameter
from recruitment.policy.permissions import may_set_value
from recruitment.policy.queries import frozen
from recruitment.policy.register import REGISTER
from recruitment.policy.states import SourceStatus


@transaction.atomic
def set_value(key: str, value: Any, *, reason: str, valid_from: date, by) -> Parameter:
    """Let a parameter have another value from a day on; ValidationError if law or form forbid it."""
    _admit(by)
    raw = REGISTER[key].clean(value)
    if not reason.strip():
        raise ValidationError(_("Give the reason for the change."))
    if valid_from < timezone.localdate():
        raise ValidationError(_("A parameter can change from today or from a later day on, not in the past."))
    before = frozen([key])[key]
    row = _entered(key, raw, reason=reason.strip(), valid_from=valid_from, by=by)
    leave("policy.parameter.set_value", row, by=by, data={"key": key, "from": before, "to": raw, "reason": row.reason})
    return row


@transaction.atomic
def verify(key: str, *, source: str, by) -> Parameter:
    """Note that somebody has read the text that a parameter rests on."""
    _admit(by)
    if not source.strip():
        raise ValidationError(_("Name the text that you have read, with its article."))
    row = _entered(key, frozen([key])[key], source=source.strip(), status=SourceStatus.VERIFIED, by=by)
    leave("policy.parameter.verify", row, by=by, data={"key": key, "source": row.source})
    return row


def _admit(by) -> None:
    if not may_set_value(by):
        raise Refused(_("Policy parameters are changed by the system administrator."))


def _entered(key: str, raw: Any, *, by, **said) -> Parameter:
    """A new row; source and status are those of the row before unless said otherwise."""
    entry = REGISTER[key]
    last = Parameter.objects.filter(key=key).order_by("-valid_from", "-pk").first() or entry
    row = Parameter(key=key, value=raw, unit=entry.unit, floor=entry.floor, ceiling=entry.ceiling, changed_by=str(by)[:150])
    row.source, row.status, row.valid_from = last.source, last.status, timezone.localdate()
    for name, value in said.items():
        setattr(row, name, value)
    row.full_clean()
    row.save()
    return row
