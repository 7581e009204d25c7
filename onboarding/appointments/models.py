"""Appointments, their filings and permits."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from onboarding.appointments.conditions import months_later
from onboarding.appointments.lifecycle import Lifecycle
from onboarding.appointments.queries import AppointmentQuerySet
from onboarding.appointments.states import IN_SERVICE, AppointmentState, FilingKind, PermitClass, PermitKind
from recruitment.core.fields import EncryptedTextField
from screening.applications.models import Application

CLAUSES = ("clause_term", "clause_duties", "clause_pay", "clause_insurance", "clause_liability")


class Appointment(Lifecycle):
    """One person's appointment to one post: terms, contract, permits as far as they bear on duty, and the days that matter."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application = models.OneToOneField(Application, models.PROTECT, related_name="+", verbose_name=_("application"))
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="appointments", verbose_name=_("appointee"))
    term_months = models.PositiveSmallIntegerField(_("term of appointment, months"))
    probation_months = models.PositiveSmallIntegerField(_("probation, months"), default=6)
    annual_salary = EncryptedTextField(_("salary, CNY a year"))
    planned_start_on = models.DateField(_("planned first day"))
    answer_by = models.DateField(_("answer expected by"))
    clause_term = models.TextField(_("clause: term"), blank=True)
    clause_duties = models.TextField(_("clause: position and duties"), blank=True)
    clause_pay = models.TextField(_("clause: pay"), blank=True)
    clause_insurance = models.TextField(_("clause: benefits and insurance"), blank=True)
    clause_liability = models.TextField(_("clause: liability for breach"), blank=True)
    contract_no = models.CharField(_("contract number"), max_length=60, blank=True)
    signed_on = models.DateField(_("signed"), null=True, blank=True)
    filed_on = models.DateField(_("filed"), null=True, blank=True)
    # Copied from the permits, so that the database itself can refuse a duty without them.
    work_from = models.DateField(null=True, blank=True, editable=False)
    work_until = models.DateField(null=True, blank=True, editable=False)
    residence_from = models.DateField(null=True, blank=True, editable=False)
    residence_until = models.DateField(null=True, blank=True, editable=False)
    duty_started_on = models.DateField(_("first day of service"), null=True, blank=True)
    initial_training_done_on = models.DateField(_("initial training completed"), null=True, blank=True)
    confirmed_on = models.DateField(_("confirmed after probation"), null=True, blank=True)
    ended_on = models.DateField(_("ended"), null=True, blank=True)
    end_reason = models.CharField(_("reason for the end"), max_length=300, blank=True)
    offered_at = models.DateTimeField(_("offered"), default=timezone.now)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=AppointmentState.values), name="appointment_state_known"),
            models.CheckConstraint(
                condition=Q(term_months__range=(12, 60)),
                name="appointment_term",
                violation_error_message=_(
                    "A contract runs for one to five years: enter 12 to 60 months (Civil Servants Law, Article 103)."
                ),
            ),
            models.CheckConstraint(
                condition=Q(probation_months__range=(0, 12), probation_months__lt=F("term_months")),
                name="appointment_probation",
                violation_error_message=_(
                    "Probation is none, or one to twelve months, and shorter than the term (Civil Servants Law, Article 103)."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[AppointmentState.CONTRACTED, AppointmentState.FILED, *IN_SERVICE])
                | (Q(signed_on__isnull=False) & ~Q(contract_no="")),
                name="appointment_signed_stamp",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[AppointmentState.FILED, *IN_SERVICE]) | Q(filed_on__isnull=False), name="appointment_filed_stamp"
            ),
            models.CheckConstraint(condition=~Q(state__in=IN_SERVICE) | Q(duty_started_on__isnull=False), name="appointment_duty_stamp"),
            # No duty start before permits (Exit and Entry Administration Law, art. 41): no override.
            models.CheckConstraint(
                condition=Q(duty_started_on=None)
                | Q(
                    work_from__lte=F("duty_started_on"),
                    work_until__gte=F("duty_started_on"),
                    residence_from__lte=F("duty_started_on"),
                    residence_until__gte=F("duty_started_on"),
                ),
                name="appointment_no_duty_before_permits",
                violation_error_message=_(
                    "Nobody starts before both permits are valid on that day (Exit and Entry Administration Law, Article 41)."
                ),
            ),
            models.CheckConstraint(condition=Q(state=AppointmentState.ENDED) ^ Q(ended_on=None), name="appointment_ended_stamp"),
        ]

    def __str__(self) -> str:
        return f"{self.application.reference} · {self.officer}"

    @property
    def reference(self) -> str:
        return self.application.reference

    def clauses(self) -> list[str]:
        """The five mandatory blocks of the contract."""
        return [getattr(self, name) for name in CLAUSES]

    @property
    def contract_until(self) -> datetime.date:
        """The last day of the term, counted from the first day of service or the planned one."""
        return months_later(self.duty_started_on or self.planned_start_on, self.term_months) - datetime.timedelta(days=1)

    def letter_context(self) -> dict:
        """What letters say about an appointment; asked under the recipient's language."""
        position = self.application.position
        return {
            "reference": self.reference,
            "position_title": position.title,
            "department_name": position.department.name,
            "service_url": f"{settings.SITE_URL}/{translation.get_language()}/service/",
        }


class Permit(models.Model):
    """A work permit, a residence permit, or permanent residence."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    appointment = models.ForeignKey(Appointment, models.CASCADE, related_name="permits", verbose_name=_("appointment"))
    kind = models.CharField(_("kind"), max_length=20, choices=PermitKind)
    permit_class = models.CharField(_("class"), max_length=1, choices=PermitClass, blank=True)
    number = EncryptedTextField(_("number"))
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(_("valid until"))
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by"))
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now)

    class Meta:
        verbose_name = _("permit")
        verbose_name_plural = _("permits")
        ordering = ["valid_until"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")),
                name="permit_order",
                violation_error_message=_("The permit ends before it begins."),
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class Filing(models.Model):
    """What was filed with the civil-service authority, when, under which receipt."""

    appointment = models.ForeignKey(Appointment, models.CASCADE, related_name="filings", verbose_name=_("appointment"))
    kind = models.CharField(_("kind"), max_length=12, choices=FilingKind)
    authority = models.CharField(_("authority"), max_length=200)
    receipt_no = models.CharField(_("receipt number"), max_length=60)
    filed_on = models.DateField(_("filed"))
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("filed by"))

    class Meta:
        verbose_name = _("filing for the record")
        verbose_name_plural = _("filings for the record")
        ordering = ["filed_on"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {self.receipt_no}"
