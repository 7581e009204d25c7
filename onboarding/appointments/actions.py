"""The verbs of an appointment: offer, accept, decline, conclude, file, record a permit, start, confirm, end."""

import datetime
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from onboarding.appointments.models import Appointment, Filing, Permit
from onboarding.appointments.permissions import may_manage
from onboarding.appointments.states import FilingKind, PermitKind
from recruitment.accounts.actions import grant
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications import actions as applications
from screening.applications.models import Application


def offer(
    application: Application, *, annual_salary: Decimal, planned_start_on: datetime.date, answer_by: datetime.date, by: User
) -> Appointment:
    """Put the post's terms to the person; the database allows one appointment for a file."""
    position = application.position
    with transaction.atomic():
        application = applications.offer(application, by=by)
        return Appointment.objects.create(
            application=application,
            officer=application.candidate,
            term_months=position.term_months,
            probation_months=position.probation_months,
            annual_salary=str(annual_salary),
            planned_start_on=planned_start_on,
            answer_by=answer_by,
        )


def accept(appointment: Appointment, *, by: User) -> Appointment:
    """Take the post."""
    with moving(appointment) as appointment:
        appointment.accept(by=by)
    return appointment


def decline(appointment: Appointment, *, reason: str = "", by: User) -> Appointment:
    """Turn it down; the file ends too."""
    with moving(appointment) as appointment:
        appointment.decline(by=by)
        applications.decline(appointment.application, reason=reason, by=by)
    return appointment


def conclude(appointment: Appointment, *, contract_no: str, signed_on: datetime.date, by: User, **clauses: str) -> Appointment:
    """Sign the contract with its five mandatory blocks."""
    if signed_on > timezone.localdate():
        raise Refused(_("The day of signing lies in the future."), subject=appointment)
    with moving(appointment) as appointment:
        for name, text in clauses.items():
            setattr(appointment, name, text)
        appointment.conclude(by=by)
        appointment.contract_no, appointment.signed_on = contract_no, signed_on
    return appointment


def file(appointment: Appointment, *, authority: str, receipt_no: str, filed_on: datetime.date, by: User) -> Appointment:
    """File the conclusion: the contract is in force, the person is appointed and becomes an officer in service."""
    if filed_on > timezone.localdate():
        raise Refused(_("The day of filing lies in the future."), subject=appointment)
    with moving(appointment) as appointment:
        appointment.filed_on = filed_on
        appointment.enter_into_force(by=by)
        Filing.objects.create(
            appointment=appointment, kind=FilingKind.CONCLUSION, authority=authority, receipt_no=receipt_no, filed_on=filed_on, filed_by=by
        )
        applications.appoint(appointment.application, by=by)
        if not appointment.officer.has_role(Role.OFFICER_IN_SERVICE):
            grant(appointment.officer, Role.OFFICER_IN_SERVICE, by=User.objects.robot())
    return appointment


def record_permit(
    appointment: Appointment,
    *,
    kind: str,
    number: str,
    valid_from: datetime.date,
    valid_until: datetime.date,
    permit_class: str = "",
    by: User,
) -> Permit:
    """Write a permit down; the appointment keeps the days that bear on duty."""
    if not may_manage(appointment, by):
        raise PermissionDenied
    with moving(appointment) as appointment:
        told = {"kind": kind, "permit_class": permit_class, "number": number, "valid_from": valid_from, "valid_until": valid_until}
        permit = Permit(appointment=appointment, recorded_by=by, **told)
        permit.full_clean(exclude=["number"])
        permit.save()
        _keep_days(appointment, permit)
        record("onboarding.appointment.record_permit", appointment, by=by, data={"kind": kind, "valid_until": valid_until.isoformat()})
    return permit


def _keep_days(appointment: Appointment, permit: Permit) -> None:
    """Permanent residents may work on their card, so it stands for both (Exit and Entry Law, art. 48)."""
    if permit.kind in (PermitKind.WORK_PERMIT, PermitKind.PERMANENT_RESIDENCE):
        appointment.work_from, appointment.work_until = permit.valid_from, permit.valid_until
    if permit.kind in (PermitKind.RESIDENCE_PERMIT, PermitKind.PERMANENT_RESIDENCE):
        appointment.residence_from, appointment.residence_until = permit.valid_from, permit.valid_until


def start(appointment: Appointment, *, duty_started_on: datetime.date, by: User) -> Appointment:
    """Record the first day of service; refused without both permits on that day, by nobody to be overridden."""
    with moving(appointment) as appointment:
        if not _covers(appointment, duty_started_on):
            raise Refused(
                _("Work permit and residence permit must both be valid on that day (Exit and Entry Administration Law, Article 41)."),
                subject=appointment,
            )
        appointment.start(by=by)
        appointment.duty_started_on = duty_started_on
        notify(appointment.officer, Kind.SERVICE_BEGUN, about=appointment, first_day=duty_started_on)
    return appointment


def _covers(appointment: Appointment, day: datetime.date) -> bool:
    spans = ((appointment.work_from, appointment.work_until), (appointment.residence_from, appointment.residence_until))
    return all(begin is not None and begin <= day <= end for begin, end in spans)


def confirm(appointment: Appointment, *, by: User) -> Appointment:
    """Probation passed."""
    with moving(appointment) as appointment:
        appointment.confirm(by=by)
        appointment.confirmed_on = timezone.localdate()
    return appointment


def end(appointment: Appointment, *, reason: str, by: User) -> Appointment:
    """The contract ends; the termination is to be filed."""
    with moving(appointment) as appointment:
        appointment.end(by=by)
        appointment.ended_on, appointment.end_reason = timezone.localdate(), reason
    return appointment


def complete_initial_training(appointment: Appointment, *, on: datetime.date, by: User) -> Appointment:
    """The training floor says that initial training is complete; done twice it changes nothing."""
    with moving(appointment) as appointment:
        if appointment.initial_training_done_on is None:
            appointment.initial_training_done_on = on
            record("onboarding.appointment.complete_initial_training", appointment, by=by, data={"on": on.isoformat()})
    return appointment
