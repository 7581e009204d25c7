"""One panel member's ratings of one interview."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from screening.assessors.models import Membership
from screening.crosscultural.lifecycle import SheetLifecycle
from screening.crosscultural.models.booklets import Dimension
from screening.crosscultural.models.interviews import Interview
from screening.crosscultural.queries import SheetQuerySet
from screening.crosscultural.states import HIGHEST, LOWEST, OBSERVATION_LENGTH, SheetState


class Sheet(SheetLifecycle):
    """What one member of the panel saw and rated in one interview."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="sheets", verbose_name=_("interview"))
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="sheets", verbose_name=_("member of a panel"))
    begun_at = models.DateTimeField(_("begun"), default=timezone.now)
    average = models.DecimalField(_("average"), max_digits=8, decimal_places=6, null=True, blank=True)
    locked_at = models.DateTimeField(_("locked"), null=True, blank=True)

    objects = SheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("rating sheet")
        verbose_name_plural = _("rating sheets")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["interview", "membership"], name="sheet_once"),
            models.CheckConstraint(condition=Q(state__in=SheetState.values), name="sheet_state_known"),
            models.CheckConstraint(
                condition=Q(state=SheetState.DRAFTED, locked_at=None)
                | Q(state=SheetState.LOCKED, locked_at__isnull=False, average__isnull=False),
                name="sheet_locked_stamp",
            ),
            models.CheckConstraint(condition=Q(average=None) | Q(average__range=(LOWEST, HIGHEST)), name="sheet_average"),
        ]

    def __str__(self) -> str:
        return f"{self.interview_id}/{self.pk}"


class Rating(models.Model):
    """Points from 1 to 5 for one dimension, with what was heard and seen."""

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="ratings", verbose_name=_("rating sheet"))
    dimension = models.ForeignKey(Dimension, models.PROTECT, related_name="+", verbose_name=_("dimension"))
    points = models.PositiveSmallIntegerField(_("points"), null=True, blank=True)
    observation = models.TextField(_("observation"), max_length=OBSERVATION_LENGTH, blank=True)

    class Meta:
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")
        ordering = ["dimension__order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "dimension"], name="rating_once"),
            models.CheckConstraint(condition=Q(points=None) | Q(points__range=(LOWEST, HIGHEST)), name="rating_points"),
        ]

    def __str__(self) -> str:
        return f"{self.sheet_id}/{self.dimension_id}"
