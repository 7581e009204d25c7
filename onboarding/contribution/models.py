"""Indicators, and what was measured."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from onboarding.contribution.queries import MeasurementQuerySet


class Indicator(models.Model):
    """What contribution is measured by, with its definition in words and as a formula."""

    code = models.CharField(_("code"), max_length=5, unique=True)
    name = models.CharField(_("name"), max_length=200)
    definition = models.TextField(_("definition"))
    formula = models.CharField(_("formula"), max_length=300, blank=True)
    unit = models.CharField(_("unit"), max_length=60)
    notes = models.TextField(_("notes"), blank=True)

    class Meta:
        verbose_name = _("contribution indicator")
        verbose_name_plural = _("contribution indicators")
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Measurement(models.Model):
    """One figure of the programme for one frozen period, registered by one person and signed by another; never about a single person."""

    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="measurements", verbose_name=_("indicator"))
    period_from = models.DateField(_("period from"))
    period_until = models.DateField(_("period until"))
    baseline = models.DecimalField(_("baseline"), max_digits=12, decimal_places=2, null=True, blank=True)
    value = models.DecimalField(_("value"), max_digits=12, decimal_places=2)
    number = models.PositiveIntegerField(_("number of cases or answers"))
    is_suppressed = models.BooleanField(_("too few to publish"), default=False, editable=False)
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("registered by"))
    registered_at = models.DateTimeField(_("registered"), default=timezone.now)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("signed by")
    )
    signed_at = models.DateTimeField(_("signed"), null=True, blank=True)

    objects = MeasurementQuerySet.as_manager()

    class Meta:
        verbose_name = _("measurement")
        verbose_name_plural = _("measurements")
        ordering = ["indicator", "-period_until"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "period_from", "period_until"],
                name="measurement_once",
                violation_error_message=_("This period is registered already."),
            ),
            models.CheckConstraint(
                condition=Q(period_until__gt=F("period_from")),
                name="measurement_period",
                violation_error_message=_("The period ends before it begins."),
            ),
            models.CheckConstraint(condition=Q(signed_by=None) | ~Q(signed_by=F("registered_by")), name="measurement_two_persons"),
            models.CheckConstraint(
                condition=Q(signed_by=None, signed_at=None) | Q(signed_by__isnull=False, signed_at__isnull=False), name="measurement_signed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} · {self.period_until}"
