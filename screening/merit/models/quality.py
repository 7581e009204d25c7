"""What was reckoned before a stage closed, and the reasons for what was red."""

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

    def unexplained(self) -> list[str]:
        """Red items without a reason."""
        explained = {row.item for row in self.explanations.all()}
        return [item for item in self.reds if item not in explained]


class Explanation(models.Model):
    """Why a red item does not keep the stage from closing; written once, read by the oversight body."""

    report = models.ForeignKey(QualityReport, models.PROTECT, related_name="explanations", verbose_name=_("quality report"))
    item = models.CharField(_("red item"), max_length=60)
    reason = models.TextField(_("reason"), max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("explained by"))
    at = models.DateTimeField(_("explained"), default=timezone.now)

    class Meta:
        verbose_name = _("reason for a red item")
        verbose_name_plural = _("reasons for red items")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "item"], name="explanation_once", violation_error_message=_("This item has its reason already.")
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="explanation_reason"),
        ]

    def __str__(self) -> str:
        return self.item
