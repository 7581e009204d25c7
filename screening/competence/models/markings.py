"""One assessor's marks for one script."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from screening.competence.lifecycle import MarkingLifecycle
from screening.competence.models.papers import RubricLine
from screening.competence.models.sittings import Sitting
from screening.competence.queries import MarkingQuerySet
from screening.competence.states import OBSERVATION_LENGTH, MarkingState


class Marking(MarkingLifecycle):
    """One script on one assessor's desk. `place` is drawn, so that the order of a desk tells nothing."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="markings", verbose_name=_("sitting"))
    marker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="markings", verbose_name=_("marker"))
    ordinal = models.PositiveSmallIntegerField(_("number"))
    place = models.PositiveIntegerField(editable=False)
    given_at = models.DateTimeField(_("given"), default=timezone.now)
    total = models.DecimalField(_("total"), max_digits=5, decimal_places=2, null=True, blank=True)
    locked_at = models.DateTimeField(_("locked"), null=True, blank=True)

    objects = MarkingQuerySet.as_manager()

    class Meta:
        verbose_name = _("marking")
        verbose_name_plural = _("markings")
        ordering = ["place", "pk"]
        indexes = [models.Index(fields=["marker", "state"], name="marking_desk")]
        constraints = [
            models.UniqueConstraint(fields=["sitting", "marker"], name="marking_once"),
            models.UniqueConstraint(fields=["sitting", "ordinal"], name="marking_ordinal_once"),
            models.CheckConstraint(condition=Q(state__in=MarkingState.values), name="marking_state_known"),
            models.CheckConstraint(
                condition=Q(state=MarkingState.DRAFTED, locked_at=None)
                | Q(state=MarkingState.LOCKED, locked_at__isnull=False, total__isnull=False),
                name="marking_locked_stamp",
            ),
            models.CheckConstraint(condition=Q(total=None) | Q(total__range=(0, 100)), name="marking_total"),
        ]

    def __str__(self) -> str:
        return f"{self.sitting_id}/{self.ordinal}"


class Mark(models.Model):
    """Points for one rubric line, with what was seen in the script; a trigger keeps them within the line."""

    marking = models.ForeignKey(Marking, models.CASCADE, related_name="marks", verbose_name=_("marking"))
    line = models.ForeignKey(RubricLine, models.PROTECT, related_name="+", verbose_name=_("rubric line"))
    points = models.PositiveSmallIntegerField(_("points"), null=True, blank=True)
    observation = models.TextField(_("observation"), max_length=OBSERVATION_LENGTH, blank=True)

    class Meta:
        verbose_name = _("mark")
        verbose_name_plural = _("marks")
        ordering = ["line__task__order", "line__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["marking", "line"], name="mark_once"),
            models.CheckConstraint(condition=Q(points=None) | Q(points__range=(0, 100)), name="mark_points"),
        ]

    def __str__(self) -> str:
        return f"{self.marking_id}/{self.line_id}"
