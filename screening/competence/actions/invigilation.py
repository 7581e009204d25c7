"""The verbs of an invigilator: identify, extend, pause, resume."""

import datetime

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from screening.competence.models import Event, Sitting
from screening.competence.permissions import may_extend, may_identify, may_pause, may_resume
from screening.competence.states import EventKind, SittingState


def identify(sitting: Sitting, *, by: User) -> Sitting:
    """The name was compared with the passport; done twice it was done once."""
    if not may_identify(sitting, by):
        raise PermissionDenied
    with moving(sitting) as sitting:
        if sitting.state != SittingState.INVITED:
            raise Refused(_("The identity is checked before the start."), subject=sitting)
        if sitting.identified_at is None:
            sitting.identified_at, sitting.identified_by = timezone.now(), by
            Event.objects.create(sitting=sitting, kind=EventKind.IDENTIFIED)
            record("screening.sitting.identify", sitting, by=by)
    return sitting


def extend(sitting: Sitting, *, minutes: int, reason: str, by: User) -> Sitting:
    """Give one candidate additional minutes in all, as an adjustment or after a breakdown; never beyond the closing of the paper."""
    if not may_extend(sitting, by):
        raise PermissionDenied
    with moving(sitting) as sitting:
        if sitting.state not in (SittingState.INVITED, SittingState.STARTED):
            raise Refused(_("The sitting is over."), subject=sitting)
        sitting.extra_minutes = minutes
        if sitting.started_at is not None:
            sitting.ends_at = sitting.end(sitting.started_at)
        Event.objects.create(sitting=sitting, kind=EventKind.EXTENDED, seconds=minutes * 60, note=reason)
        record("screening.sitting.extend", sitting, by=by, data={"minutes": minutes, "reason": reason})
    return sitting


def pause(sitting: Sitting, *, reason: str, by: User) -> Sitting:
    """Stop the clock of somebody who is writing."""
    if not may_pause(sitting, by):
        raise PermissionDenied
    with moving(sitting) as sitting:
        now = timezone.now()
        if sitting.state != SittingState.STARTED or sitting.paused_at is not None or sitting.ends_at <= now:
            raise Refused(_("Only a clock that runs can be stopped."), subject=sitting)
        sitting.paused_at = now
        Event.objects.create(sitting=sitting, kind=EventKind.PAUSED, note=reason)
        record("screening.sitting.pause", sitting, by=by, data={"reason": reason})
    return sitting


def resume(sitting: Sitting, *, reason: str, by: User) -> Sitting:
    """Let the clock run again: the end moves by as long as it stood still."""
    if not may_resume(sitting, by):
        raise PermissionDenied
    with moving(sitting) as sitting:
        if sitting.paused_at is None:
            raise Refused(_("Only a clock that stands still can run again."), subject=sitting)
        stood = int((timezone.now() - sitting.paused_at).total_seconds())
        sitting.paused_at, sitting.paused_seconds = None, sitting.paused_seconds + stood
        sitting.ends_at += datetime.timedelta(seconds=stood)
        Event.objects.create(sitting=sitting, kind=EventKind.RESUMED, seconds=stood, note=reason)
        record("screening.sitting.resume", sitting, by=by, data={"reason": reason, "seconds": stood})
    return sitting
