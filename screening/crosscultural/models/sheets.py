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
from screening.crosscultural.states import HIGHEST, LOWEST, OBSERVATION_LENGTH, ModerationReason, SheetState


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


class Moderation(models.Model):
    """Other points for one dimension, set by the author of a locked sheet after the discussion; the sheet stays as it was."""

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="moderations", verbose_name=_("rating sheet"))
    dimension = models.ForeignKey(Dimension, models.PROTECT, related_name="+", verbose_name=_("dimension"))
    before = models.PositiveSmallIntegerField(_("points before"))
    points = models.PositiveSmallIntegerField(_("points"))
    average = models.DecimalField(_("average after it"), max_digits=8, decimal_places=6)
    reason = models.CharField(_("reason"), max_length=20, choices=ModerationReason)
    text = models.TextField(_("explanation"), max_length=OBSERVATION_LENGTH)
    at = models.DateTimeField(_("moderated"), default=timezone.now)

    class Meta:
        verbose_name = _("moderation")
        verbose_name_plural = _("moderations")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(reason__in=ModerationReason.values), name="interview_moderation_reason"),
            models.CheckConstraint(
                condition=Q(points__range=(LOWEST, HIGHEST), before__range=(LOWEST, HIGHEST)), name="interview_moderation_points"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="interview_moderation_explained"),
        ]

    def __str__(self) -> str:
        return f"{self.sheet_id}/{self.pk}"
