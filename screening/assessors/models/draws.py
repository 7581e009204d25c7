"""Draws by lot that anybody can repeat, and who was given which file for what reason."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.models import Position
from recruitment.core.fields import EncryptedTextField
from screening.applications.models import Application
from screening.assessors.lifecycle import DrawLifecycle
from screening.assessors.queries import AllotmentQuerySet, DrawQuerySet
from screening.assessors.states import Cause, DrawPurpose, DrawState, Reason


class Draw(DrawLifecycle):
    """One draw: what went in, the seed's hash from the beginning, the seed and what came out afterwards. No name is in it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    position = models.ForeignKey(Position, models.PROTECT, related_name="draws", verbose_name=_("position"))
    purpose = models.CharField(pgettext_lazy("draw", "what is drawn"), max_length=10, choices=DrawPurpose)
    inputs = models.JSONField(pgettext_lazy("draw", "what goes in"))
    seed_commitment = models.CharField(_("hash of the seed"), max_length=64)
    sealed_seed = EncryptedTextField(editable=False)
    seed = models.CharField(pgettext_lazy("draw", "seed"), max_length=64, blank=True)
    result = models.JSONField(pgettext_lazy("draw", "result"), default=dict, blank=True)
    committed_at = models.DateTimeField(pgettext_lazy("draw", "seed committed"), default=timezone.now)
    revealed_at = models.DateTimeField(pgettext_lazy("draw", "seed revealed"), null=True, blank=True)

    objects = DrawQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("lot", "draw")
        verbose_name_plural = pgettext_lazy("lot", "draws")
        ordering = ["-committed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["position", "purpose"],
                condition=Q(state=DrawState.COMMITTED),
                name="draw_one_open",
                violation_error_message=_("A draw of this kind is already committed to: reveal its seed first."),
            ),
            models.CheckConstraint(
                condition=Q(state=DrawState.COMMITTED, seed="", revealed_at=None)
                | Q(state=DrawState.REVEALED, revealed_at__isnull=False) & ~Q(seed=""),
                name="draw_revealed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position.reference} · {self.get_purpose_display()}"

    @property
    def reference(self) -> str:
        return f"{self.position.reference}/{self.purpose}"

    def get_absolute_url(self) -> str:
        return reverse("assessors:draw", args=[self.uuid])

    @property
    def published(self) -> dict:
        """What anybody may have, in the form in which the script reads it."""
        return {
            "position": self.position.reference,
            "purpose": self.purpose,
            "inputs": self.inputs,
            "seed_commitment": self.seed_commitment,
            "committed_at": self.committed_at.isoformat(),
            "seed": self.seed,
            "result": self.result,
        }


class Allotment(models.Model):
    """A file that was given to somebody and why; without a person, a file that lacks people and what stood in the way."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="allotments", verbose_name=_("application"))
    assessor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="allotments", verbose_name=_("assessor")
    )
    reasons = ArrayField(models.CharField(max_length=12, choices=Reason), default=list, blank=True, verbose_name=_("reasons"))
    causes = ArrayField(models.CharField(max_length=12, choices=Cause), default=list, blank=True, verbose_name=_("what stood in the way"))
    missing = models.PositiveSmallIntegerField(_("still missing"), default=0)
    allotted_at = models.DateTimeField(pgettext_lazy("file", "given"), default=timezone.now)

    objects = AllotmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("allocation")
        verbose_name_plural = _("allocations")
        ordering = ["application", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "assessor"], condition=Q(assessor__isnull=False), name="allotment_once"),
            models.UniqueConstraint(fields=["application"], condition=Q(assessor=None), name="allotment_left_once"),
            models.CheckConstraint(condition=Q(assessor=None) ^ Q(missing=0), name="allotment_missing"),
        ]

    def __str__(self) -> str:
        return self.application.candidate_code
