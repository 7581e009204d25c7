"""The compartment: tables of a schema of its own, readable by one database role, without a key to any other table."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.roles import Role
from recruitment.core.fields import EncryptedTextField
from screening.security.queries import MembershipQuerySet, ReviewQuerySet
from screening.security.states import Conclusion, Dimension, Finding, ReviewState, Tier


class Membership(models.Model):
    """Who is inside, let in by whom, why and until when."""

    user_id = models.BigIntegerField(_("account number"))
    user_label = models.CharField(_("person"), max_length=150)
    granted_by = models.CharField(_("admitted by"), max_length=150)
    reason = models.CharField(_("reason"), max_length=250)
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("member of the compartment")
        verbose_name_plural = _("members of the compartment")
        constraints = [models.UniqueConstraint(fields=["user_id"], condition=Q(until=None), name="compartment_member_once")]

    def __str__(self) -> str:
        return self.user_label


class Review(models.Model):
    """One person's security review: it meets the file by an opaque number, and one conclusion leaves it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application_uuid = models.UUIDField(unique=True)
    reference = models.CharField(_("application number"), max_length=20)
    tier = models.CharField(_("tier"), max_length=10, choices=Tier, default=Tier.BASELINE)
    state = models.CharField(_("state"), max_length=10, choices=ReviewState, default=ReviewState.OPENED)
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    conclusion = models.CharField(_("conclusion"), max_length=12, choices=Conclusion, blank=True)
    reasons = EncryptedTextField(_("reasons, internal"), blank=True)
    mitigating = EncryptedTextField(_("mitigating factors"), blank=True)
    disclosed = EncryptedTextField(_("reasons that may be told"), blank=True)
    proposed_by = models.BigIntegerField(null=True, blank=True)
    proposed_label = models.CharField(_("proposed by"), max_length=150, blank=True)
    proposed_at = models.DateTimeField(_("proposed"), null=True, blank=True)
    decided_by = models.BigIntegerField(null=True, blank=True)
    decided_label = models.CharField(_("decided by"), max_length=150, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    carried_at = models.DateTimeField(_("result handed over"), null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("security review")
        verbose_name_plural = _("security reviews")
        ordering = ["-opened_at"]
        constraints = [
            models.CheckConstraint(condition=Q(decided_by=None) | ~Q(decided_by=F("proposed_by")), name="review_two_persons"),
            models.CheckConstraint(condition=Q(state="decided") ^ Q(decided_at=None), name="review_decided_stamp"),
            models.CheckConstraint(
                condition=Q(state="opened") | (Q(proposed_by__isnull=False) & ~Q(conclusion="")), name="review_proposed"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @staticmethod
    def is_open_to(user) -> bool:
        """Named members only; being a superuser opens nothing."""
        return (
            user.is_authenticated
            and user.has_role(Role.SECURITY_REVIEWER)
            and Membership.objects.in_force().filter(user_id=user.pk).exists()
        )

    def is_judged(self) -> bool:
        """Every dimension has a finding."""
        return set(self.judgements.values_list("dimension", flat=True)) == set(Dimension.values)


class Judgement(models.Model):
    """What one dimension came to: the concern, where the evidence is kept outside, what speaks for the person."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="judgements")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dimension = models.CharField(_("dimension"), max_length=12, choices=Dimension)
    finding = models.CharField(_("finding"), max_length=10, choices=Finding)
    concern = EncryptedTextField(_("concern, as far as it bears on the duty"), blank=True)
    evidence = models.CharField(_("where the evidence is filed"), max_length=200, blank=True)
    mitigating = EncryptedTextField(_("mitigating factors"), blank=True)
    judged_by = models.BigIntegerField()
    judged_label = models.CharField(_("judged by"), max_length=150)
    judged_at = models.DateTimeField(_("judged"), default=timezone.now)

    class Meta:
        verbose_name = _("judgement")
        verbose_name_plural = _("judgements")
        constraints = [models.UniqueConstraint(fields=["review", "dimension"], name="judgement_once")]

    def __str__(self) -> str:
        return self.get_dimension_display()


class Trace(models.Model):
    """The compartment's own register: who read or did what, when. The general register knows nothing of it."""

    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="traces")
    user_id = models.BigIntegerField()
    user_label = models.CharField(_("person"), max_length=150)
    verb = models.CharField(_("verb"), max_length=40)
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("trace")
        verbose_name_plural = _("traces")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.user_label} · {self.verb}"
