"""Handing in late: the candidate asks and says why, an HR officer of the department decides and says why."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.calendar.queries import add_working_days
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.kinds import Kind
from recruitment.policy.queries import value
from screening.applications.actions.candidate import open_draft
from screening.applications.actions.stepping import tell
from screening.applications.conditions import may_ask_late
from screening.applications.models import Application, LateRequest
from screening.applications.permissions import may_decide_late
from screening.applications.states import State
from screening.applications.states.following import LateDecision


def ask_late(position, *, reason: str, language: str, by: User) -> LateRequest:
    """Ask to hand in after the deadline, once, within the days that the policy leaves for it."""
    if not may_ask_late(position):
        raise Refused(_("A late submission can no longer be asked for."), subject=position)
    due_on = add_working_days(timezone.localdate(), value("late.answer_working_days")).ends_on
    try:
        with transaction.atomic():
            application = _draft_for(position, language=language, by=by)
            request = LateRequest.objects.create(application=application, reason=reason, due_on=due_on)
            record("screening.application.ask_late", application, by=by)
            tell(application, Kind.LATE_REQUESTED, due_on=due_on)
    except IntegrityError:
        raise Refused(_("You have already asked. The answer comes by letter."), subject=position) from None
    return request


def _draft_for(position, *, language: str, by: User) -> Application:
    mine = Application.objects.of_candidate(by).for_position(position).live().first()
    if mine is not None and mine.state != State.DRAFT:
        raise Refused(_("You have handed in an application for this position already."), subject=position)
    return mine or open_draft(position, language=language, by=by)


def approve_late(request: LateRequest, *, until: datetime.datetime, answer: str, by: User) -> LateRequest:
    """Give one person a deadline of their own."""
    last = add_working_days(timezone.localdate(), value("late.most_working_days")).ends_on
    if not timezone.now() < until or timezone.localdate(until) > last:
        raise Refused(
            _("The new deadline lies in the future and within %(days)s working days.") % {"days": value("late.most_working_days")}
        )
    with transaction.atomic():
        request = _decide(request, LateDecision.APPROVED, answer=answer, by=by)
        with moving(request.application) as application:
            application.late_until = until
        record("screening.application.approve_late", application, by=by, data={"until": until.isoformat(), "reason": answer})
        tell(application, Kind.LATE_APPROVED, until_at=until, answer=answer, zone=application.candidate.time_zone)
    return request


def refuse_late(request: LateRequest, *, answer: str, by: User) -> LateRequest:
    """Leave it at the deadline."""
    with transaction.atomic():
        request = _decide(request, LateDecision.REFUSED, answer=answer, by=by)
        record("screening.application.refuse_late", request.application, by=by, data={"reason": answer})
        tell(request.application, Kind.LATE_REFUSED, answer=answer)
    return request


def _decide(request: LateRequest, decision: LateDecision, *, answer: str, by: User) -> LateRequest:
    with moving(request) as request:
        if not may_decide_late(request.application, by):
            raise PermissionDenied
        if request.decision != LateDecision.OPEN or request.application.state != State.DRAFT:
            raise Refused(_("This request was decided meanwhile."), subject=request.application)
        request.decision, request.answer = decision, answer
        request.decided_by, request.decided_at = by, timezone.now()
    return request
