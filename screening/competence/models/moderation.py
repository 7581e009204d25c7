"""What a chief marker decides about a script, and what a marker would ask its author."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from screening.competence.models.sittings import Sitting
from screening.competence.states import OBSERVATION_LENGTH, ModerationReason


class Moderation(models.Model):
    """Another score for a script, with its reason; the markers' sheets stay as they are, and the latest moderation counts."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="moderations", verbose_name=_("sitting"))
    chief = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("chief marker"))
    before = models.DecimalField(_("score before"), max_digits=5, decimal_places=2)
    score = models.DecimalField(_("score"), max_digits=5, decimal_places=2)
    reason = models.CharField(_("reason"), max_length=20, choices=ModerationReason)
    text = models.TextField(_("explanation"), max_length=OBSERVATION_LENGTH)
    at = models.DateTimeField(_("moderated"), default=timezone.now)

    class Meta:
        verbose_name = _("moderation")
        verbose_name_plural = _("moderations")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(reason__in=ModerationReason.values), name="moderation_reason_known"),
            models.CheckConstraint(condition=Q(score__range=(0, 100), before__range=(0, 100)), name="moderation_score"),
            models.CheckConstraint(condition=~Q(text=""), name="moderation_explained"),
        ]

    def __str__(self) -> str:
        return f"{self.sitting_id}/{self.pk}"


class FollowUp(models.Model):
    """A question that a marker proposes for the interview, so that whoever wrote the script can speak about it."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="follow_ups", verbose_name=_("sitting"))
    marker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("marker"))
    text = models.TextField(_("question for the interview"), max_length=OBSERVATION_LENGTH)
    at = models.DateTimeField(_("proposed"), default=timezone.now)

    class Meta:
        verbose_name = _("question for the interview")
        verbose_name_plural = _("questions for the interview")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.sitting_id}/{self.pk}"
