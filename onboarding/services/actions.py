"""The verbs of life services: open, take, tick, close, rate."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from onboarding.appointments.models import Appointment
from onboarding.appointments.states import IN_FORCE
from onboarding.services.models import Case, ServiceKind
from onboarding.services.permissions import is_requester, may_close
from onboarding.services.states import CaseState
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.calendar.queries import add_working_days
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind


@transaction.atomic
def open(appointment: Appointment, *, kind: ServiceKind, request: str, by: User) -> Case:
    """Ask for a service."""
    if appointment.officer_id != by.pk:
        raise PermissionDenied
    appointment = Appointment.objects.select_for_update(of=("self",), no_key=True).get(pk=appointment.pk)
    if appointment.state not in IN_FORCE:
        raise Refused(_("Services begin once your contract is in force."), subject=appointment)
    twin = Case.objects.open().filter(appointment=appointment, kind=kind).first()
    if twin is not None:
        return twin
    due_on = add_working_days(timezone.localdate(), kind.working_days).ends_on
    case = Case.objects.create(appointment=appointment, kind=kind, request=request, due_on=due_on)
    record("onboarding.case.open", case, by=by, data={"kind": kind.code})
    notify(appointment.officer, Kind.SERVICE_OPENED, about=case)
    return case


def take(case: Case, *, by: User) -> Case:
    """Take it in hand."""
    with moving(case) as case:
        case.take(by=by)
        case.specialist, case.closed_at = by, None
    return case


def tick(case: Case, *, done: list[str], by: User) -> Case:
    """Say which lines of the checklist are done."""
    if not may_close(case, by):
        raise PermissionDenied
    with moving(case) as case:
        case.done = [line["key"] for line in case.kind.checklist if line["key"] in done]
        record("onboarding.case.tick", case, by=by, data={"done": len(case.done)})
    return case


def close(case: Case, *, outcome: str, by: User) -> Case:
    """Carry it to its end."""
    with moving(case) as case:
        case.close(by=by)
        case.outcome, case.closed_at = outcome, timezone.now()
        notify(case.appointment.officer, Kind.SERVICE_CLOSED, about=case)
    return case


def rate(case: Case, *, grade: int, by: User) -> Case:
    """The officer's own grade, once for each matter."""
    if not is_requester(case, by):
        raise PermissionDenied
    with moving(case) as case:
        if case.state != CaseState.CLOSED or case.grade is not None:
            raise Refused(_("A closed request is rated once."), subject=case)
        case.grade = grade
        record("onboarding.case.rate", case, by=by)
    return case
