"""The policy parameters in force and before: rows are only added, so the past stays readable."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from recruitment.policy.states import SourceStatus, Unit


class Parameter(models.Model):
    """One value of one parameter from a day on, with the limits and the source it was entered under."""

    key = models.CharField(_("parameter"), max_length=80)
    value = models.JSONField(_("value"))
    unit = models.CharField(_("unit"), max_length=16, choices=Unit.choices)
    floor = models.DecimalField(_("lower limit"), max_digits=12, decimal_places=3, null=True, blank=True)
    ceiling = models.DecimalField(_("upper limit"), max_digits=12, decimal_places=3, null=True, blank=True)

    source = models.CharField(_("source"), max_length=300)
    status = models.CharField(_("status of the source"), max_length=10, choices=SourceStatus.choices)

    valid_from = models.DateField(_("valid from"))
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    changed_by = models.CharField(_("changed by"), max_length=150)
    entered_at = models.DateTimeField(_("entered at"), auto_now_add=True)

    class Meta:
        ordering = ["key", "-valid_from", "-pk"]
        verbose_name = _("policy parameter")
        verbose_name_plural = _("policy parameters")
        constraints = [
            models.CheckConstraint(condition=Q(status__in=SourceStatus.values), name="parameter_status_known"),
            models.CheckConstraint(
                condition=Q(floor__isnull=True) | Q(ceiling__isnull=True) | Q(floor__lte=F("ceiling")), name="parameter_limits_in_order"
            ),
        ]
        indexes = [models.Index(fields=["key", "-valid_from", "-id"], name="parameter_current")]

    def __str__(self) -> str:
        return self.key
