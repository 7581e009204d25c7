"""A stage of a post's selection, and each time that it was stopped."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from positions.models import Position
from screening.stages.lifecycle import Lifecycle
from screening.stages.queries import StageQuerySet, StopQuerySet
from screening.stages.states import Gate, StageState

REASON_LENGTH = 1000


def somebody(label, **options) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=label, **options)


class Stage(Lifecycle):
    """One stage of one post: whether something may be decided in it, what its quality report said, and when it was closed."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    position = models.ForeignKey(Position, models.PROTECT, related_name="stages", verbose_name=_("position"))
    gate = models.CharField(_("stage"), max_length=15, choices=Gate)

    quality_digest = models.CharField(_("hash of the quality report"), max_length=64, blank=True)
    quality_at = models.DateTimeField(_("quality report recorded"), null=True, blank=True)
    reds = ArrayField(models.CharField(max_length=100), verbose_name=_("red items"), default=list, blank=True)
    red_reason = models.TextField(_("why the stage can close all the same"), max_length=REASON_LENGTH, blank=True)

    closed_by = somebody(_("closed by"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    objects = StageQuerySet.as_manager()

    class Meta:
        verbose_name = _("stage")
        verbose_name_plural = _("stages")
        ordering = ["-position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["position", "gate"], name="stage_once"),
            models.CheckConstraint(condition=Q(gate__in=Gate.values), name="stage_gate_known"),
            models.CheckConstraint(condition=Q(state__in=StageState.values), name="stage_state_known"),
            models.CheckConstraint(
                condition=Q(state=StageState.CLOSED, closed_by__isnull=False, closed_at__isnull=False)
                | (~Q(state=StageState.CLOSED) & Q(closed_by=None, closed_at=None)),
                name="stage_closed_stamp",
            ),
            models.CheckConstraint(condition=Q(quality_at=None) ^ ~Q(quality_digest=""), name="stage_quality_stamp"),
            models.CheckConstraint(
                condition=~Q(state=StageState.CLOSED) | (Q(quality_at__isnull=False) & (Q(reds=[]) | ~Q(red_reason=""))),
                name="stage_closed_with_quality",
                violation_error_message=_("A stage closes with its quality report, and with a reason for every red item."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position.reference} · {self.get_gate_display()}"

    @property
    def has_red(self) -> bool:
        return bool(self.reds)

    def letter_context(self) -> dict:
        """What letters say about a stage; asked under the recipient's language."""
        return {
            "position_reference": self.position.reference,
            "position_title": self.position.title,
            "stage_name": self.get_gate_display(),
            "oversight_url": f"{settings.SITE_URL}/{get_language()}/oversight/stages/{self.uuid}/",
            "desk_url": f"{settings.SITE_URL}/admin/stages/stage/{self.pk}/change/",
        }


class Stop(models.Model):
    """Oversight stopped a stage: who, why, and the two people who let it go on."""

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="stops", verbose_name=_("stage"))
    reason = models.TextField(_("reason"), max_length=REASON_LENGTH)
    stopped_by = somebody(_("stopped by"))
    stopped_at = models.DateTimeField(_("stopped"), default=timezone.now)
    ground = models.TextField(_("why it may go on"), max_length=REASON_LENGTH, blank=True)
    proposed_by = somebody(_("lifting proposed by"), null=True, blank=True)
    proposed_at = models.DateTimeField(_("lifting proposed"), null=True, blank=True)
    lifted_by = somebody(_("lifted by"), null=True, blank=True)
    lifted_at = models.DateTimeField(_("lifted"), null=True, blank=True)

    objects = StopQuerySet.as_manager()

    class Meta:
        verbose_name = _("stop of a stage")
        verbose_name_plural = _("stops of stages")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["stage"], condition=Q(lifted_at=None), name="stop_one_standing"),
            models.CheckConstraint(
                condition=Q(lifted_by=None) | ~Q(lifted_by=F("proposed_by")),
                name="stop_lifted_by_two",
                violation_error_message=_("Two different people lift a stop."),
            ),
            models.CheckConstraint(
                condition=Q(proposed_by=None, proposed_at=None, ground="")
                | (Q(proposed_by__isnull=False, proposed_at__isnull=False) & ~Q(ground="")),
                name="stop_proposed_stamp",
            ),
            models.CheckConstraint(
                condition=Q(lifted_by=None, lifted_at=None)
                | Q(lifted_by__isnull=False, lifted_at__isnull=False, proposed_by__isnull=False),
                name="stop_lifted_stamp",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stage} · {timezone.localdate(self.stopped_at)}"
