"""What would help somebody in the test and the interview (health data), and what was arranged: two tables, read by different people."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.fields import EncryptedTextField
from screening.applications.models.application import Application
from screening.applications.queries import AdjustmentQuerySet
from screening.applications.states import AdjustmentKind

NONE_NEEDED = "none"
LONGEST = MaxValueValidator(480)


class Adjustment(models.Model):
    """What a candidate asks for; whether anything is asked for at all lies encrypted too (PIPL Art. 28)."""

    application = models.OneToOneField(Application, models.CASCADE, related_name="adjustment", verbose_name=_("application"))
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    needs = EncryptedTextField(_("what would help"), blank=True)
    details = EncryptedTextField(_("in your own words"), blank=True)

    objects = AdjustmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for adjustments")
        verbose_name_plural = _("requests for adjustments")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.application)

    @property
    def wanted(self) -> list[AdjustmentKind]:
        """What would help, by the catalogue; empty also where nothing is needed."""
        return [AdjustmentKind(kind) for kind in (self.needs or "").split(",") if kind in AdjustmentKind.values]


class Arrangement(models.Model):
    """What was granted: minutes, which is all that anybody else sees, and the steps, for whoever arranges them."""

    application = models.OneToOneField(Application, models.CASCADE, related_name="arrangement", verbose_name=_("application"))
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    test_minutes = models.PositiveSmallIntegerField(_("extra time in the test, minutes"), default=0, validators=[LONGEST])
    interview_minutes = models.PositiveSmallIntegerField(_("extra time in the interview, minutes"), default=0, validators=[LONGEST])
    steps = EncryptedTextField(_("what else is arranged"), blank=True)
    arranged_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("arranged by"))
    arranged_at = models.DateTimeField(pgettext_lazy("stamp", "arranged"), default=timezone.now)

    class Meta:
        verbose_name = _("arranged adjustment")
        verbose_name_plural = _("arranged adjustments")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.application)
