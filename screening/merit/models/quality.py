"""What was reckoned before a stage closed, red items among it; the reason for those stands with the stage."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from positions.models import Position
from screening.merit.queries import QualityReportQuerySet
from screening.merit.states import REPORTED_GATES


class QualityReport(models.Model):
    """The quality gate of one stage of one post as it stood: figures without a name. A new one takes the place of an older; none is changed."""

    position = models.ForeignKey(Position, models.PROTECT, related_name="quality_reports", verbose_name=_("position"))
    gate = models.CharField(_("stage"), max_length=20, choices=REPORTED_GATES)
    content = models.JSONField(_("figures"))
    digest = models.CharField(_("hash"), max_length=64)
    reds = models.JSONField(_("red items"), default=list)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    objects = QualityReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("quality report")
        verbose_name_plural = _("quality reports")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["position", "gate", "-id"], name="quality_newest")]
        constraints = [models.CheckConstraint(condition=Q(gate__in=[gate for gate, _label in REPORTED_GATES]), name="quality_gate_known")]

    def __str__(self) -> str:
        return f"{self.position.reference} · {self.get_gate_display()}"
