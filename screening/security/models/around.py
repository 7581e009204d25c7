"""What stands around a review: organs that were asked, and facts that the person may correct."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from screening.security.models.reviews import Review
from screening.security.models.sealed import sealed_text
from screening.security.queries import HearingQuerySet, OfReviewQuerySet
from screening.security.states import AnswerCode, OrganKind


class Referral(models.Model):
    """A competent organ was asked: when, under which number, and by which code it answered. No content (domain 4.11)."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="referrals")
    organ_kind = models.CharField(_("organ"), max_length=20, choices=OrganKind)
    reference_no = models.CharField(_("reference number"), max_length=60)
    sent_on = models.DateField(_("sent"))
    sent_by = models.BigIntegerField()
    sent_label = models.CharField(_("sent by"), max_length=150)
    answered_on = models.DateField(_("answered"), null=True, blank=True)
    answer_code = models.CharField(_("answer"), max_length=1, choices=AnswerCode, blank=True)

    objects = OfReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("referral to an organ")
        verbose_name_plural = _("referrals to organs")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(answered_on=None) ^ ~Q(answer_code=""), name="referral_answered"),
            models.UniqueConstraint(fields=["organ_kind", "reference_no"], name="referral_once"),
        ]

    def __str__(self) -> str:
        return self.reference_no


class Hearing(models.Model):
    """Facts out of records that the person was shown, until when they could correct them, and what they said (domain 4.6)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    review = models.ForeignKey(Review, models.PROTECT, related_name="hearings")
    facts = sealed_text(_("facts shown to the person"))
    asked_by = models.BigIntegerField()
    asked_label = models.CharField(_("asked by"), max_length=150)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    due_on = models.DateField(_("answer due"))
    answer = sealed_text(_("answer of the person"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects = HearingQuerySet.as_manager()

    class Meta:
        verbose_name = _("right to correct facts")
        verbose_name_plural = _("rights to correct facts")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.review)

    @property
    def is_over(self) -> bool:
        """Answered, or the day has passed."""
        return self.answered_at is not None or self.due_on < timezone.localdate()
