"""One person's review, its three dimensions, its signatures, and the register of who read or did what."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.roles import ADMINISTRATORS
from screening.security.models.members import EmergencyAccess, Membership
from screening.security.models.sealed import added_text, sealed_json, sealed_text
from screening.security.queries import ReviewQuerySet, TraceQuerySet
from screening.security.states import Conclusion, Dimension, Disclosure, Finding, Occasion, ReviewState, SignedAs, Tier, Topic


class Review(models.Model):
    """One person's security review: it meets the file by an opaque number, and one conclusion leaves it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application_uuid = models.UUIDField(db_index=True)
    candidate_id = models.BigIntegerField(null=True, db_index=True)
    position_reference = models.CharField(_("position code"), max_length=20, blank=True)
    occasion = models.CharField(_("occasion"), max_length=16, choices=Occasion, default=Occasion.NOMINATION)
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followed_by", verbose_name=_("review before"))
    statement = added_text(_("why it is asked for"))
    reference = models.CharField(_("application number"), max_length=20)
    tier = models.CharField(_("tier"), max_length=10, choices=Tier, default=Tier.BASELINE)
    state = models.CharField(_("state"), max_length=10, choices=ReviewState, default=ReviewState.OPENED)
    opened_at = models.DateTimeField(_("opened"), default=timezone.now)
    conclusion = models.CharField(_("conclusion"), max_length=12, choices=Conclusion, blank=True)
    reasons = sealed_text(_("reasons, internal"))
    mitigating = sealed_text(_("mitigating factors"))
    disclosure = models.CharField(_("disclosure"), max_length=10, choices=Disclosure, blank=True)
    disclosure_reason = added_text(_("why they are told or not"))
    disclosed = sealed_text(_("reasons that may be told"))
    proposed_by = models.BigIntegerField(null=True, blank=True)
    proposed_label = models.CharField(_("proposed by"), max_length=150, blank=True)
    proposed_at = models.DateTimeField(_("proposed"), null=True, blank=True)
    decided_by = models.BigIntegerField(null=True, blank=True)
    decided_label = models.CharField(_("decided by"), max_length=150, blank=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    asked_at = models.DateTimeField(_("declaration asked for"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
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
                condition=Q(state__in=["opened", "closed"]) | (Q(proposed_by__isnull=False) & ~Q(conclusion="")), name="review_proposed"
            ),
            models.CheckConstraint(condition=Q(state="closed") ^ Q(ended_at=None), name="review_closed_stamp"),
            models.CheckConstraint(condition=Q(occasion="nomination") ^ Q(follows__isnull=False), name="review_follows"),
            models.UniqueConstraint(fields=["application_uuid"], condition=Q(follows=None), name="review_first_once"),
            models.UniqueConstraint(fields=["follows"], name="review_followed_once"),
        ]

    def __str__(self) -> str:
        return self.reference

    @staticmethod
    def is_open_to(user) -> bool:
        """Named members, and for a few hours whoever two people let in; being a superuser opens nothing."""
        return Membership.is_held_by(user) or (
            user.is_authenticated and user.has_role(*ADMINISTRATORS) and EmergencyAccess.objects.in_force().filter(user_id=user.pk).exists()
        )

    @staticmethod
    def is_worked_on_by(user) -> bool:
        """Named members only; an emergency lets nobody do anything."""
        return Membership.is_held_by(user)

    def is_judged(self) -> bool:
        """Every dimension has a finding."""
        return set(self.judgements.values_list("dimension", flat=True)) == set(Dimension.values)

    def rests_on_records(self) -> bool:
        """Whether what stands against the person was read in records, here or in the review that is reconsidered."""
        against = Judgement.objects.filter(review__in=[self.pk, self.follows_id], rests_on_records=True)
        return against.exclude(finding=Finding.CLEAR).exists()

    def has_been_heard(self) -> bool:
        """The person was shown the facts, and answered or let the day pass."""
        return any(hearing.is_over for hearing in self.hearings.all())

    @property
    def is_reconsideration(self) -> bool:
        return self.occasion == Occasion.RECONSIDERATION


class Judgement(models.Model):
    """What one dimension came to: the concern, where the evidence is kept outside, what speaks for the person."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="judgements")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dimension = models.CharField(_("dimension"), max_length=12, choices=Dimension)
    finding = models.CharField(_("finding"), max_length=10, choices=Finding)
    concern = sealed_text(_("concern, as far as it bears on the duty"))
    checklist = sealed_json(_("looked at"), null=True)
    topic = models.CharField(_("what it concerns"), max_length=20, choices=Topic, blank=True)
    evidence = models.CharField(_("where the evidence is filed"), max_length=200, blank=True)
    rests_on_records = models.BooleanField(_("rests on records"), default=False)
    source_url = added_text(_("address of what is public"))
    seen_on = models.DateField(_("seen"), null=True, blank=True)
    relevance = added_text(_("how it bears on the duty"))
    quote = added_text(_("words relied upon"))
    mitigating = sealed_text(_("mitigating factors"))
    assessment = added_text(_("assessment"))
    judged_by = models.BigIntegerField()
    judged_label = models.CharField(_("judged by"), max_length=150)
    judged_at = models.DateTimeField(_("judged"), default=timezone.now)

    class Meta:
        verbose_name = _("judgement")
        verbose_name_plural = _("judgements")
        constraints = [
            models.UniqueConstraint(fields=["review", "dimension"], name="judgement_once"),
            models.UniqueConstraint(
                fields=["review", "judged_by"], condition=Q(assessment__isnull=False), name="judgement_different_reviewers"
            ),
        ]

    def __str__(self) -> str:
        return self.get_dimension_display()


class Signature(models.Model):
    """Who put their name to a conclusion, with which factor, and a digest of the words they signed."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="signatures")
    signed_as = models.CharField(_("signed as"), max_length=10, choices=SignedAs)
    user_id = models.BigIntegerField()
    user_label = models.CharField(_("person"), max_length=150)
    factor = models.CharField(_("confirmed by"), max_length=20)
    digest = models.CharField(_("digest"), max_length=64)
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.user_label} · {self.get_signed_as_display()}"


class Trace(models.Model):
    """The compartment's own register: who read or did what, when. The general register knows nothing of it."""

    review = models.ForeignKey(Review, models.PROTECT, null=True, related_name="traces")
    user_id = models.BigIntegerField()
    user_label = models.CharField(_("person"), max_length=150)
    verb = models.CharField(_("verb"), max_length=40)
    at = models.DateTimeField(_("at"), default=timezone.now)

    objects = TraceQuerySet.as_manager()

    class Meta:
        verbose_name = _("trace")
        verbose_name_plural = _("traces")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.user_label} · {self.verb}"
