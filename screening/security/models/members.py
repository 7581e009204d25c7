"""Who is inside, who was let in for an emergency, and how deep the review of a post goes."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.roles import Role
from screening.security.models.sealed import sealed_text
from screening.security.queries import AssessmentQuerySet, EmergencyQuerySet, MembershipQuerySet
from screening.security.states import Tier


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

    @classmethod
    def is_held_by(cls, user) -> bool:
        """A security review officer whom the security administrator let in, for the time given; being a superuser opens nothing."""
        return user.is_authenticated and user.has_role(Role.SECURITY_REVIEWER) and cls.objects.in_force().filter(user_id=user.pk).exists()

    @classmethod
    def insiders(cls) -> list[int]:
        """Account numbers of everybody who is inside at this moment."""
        return list(cls.objects.in_force().values_list("user_id", flat=True))


class EmergencyAccess(models.Model):
    """An administrator who must look inside: a reason, a second person, a few hours; every member sees that it happened."""

    user_id = models.BigIntegerField(_("account number"))
    user_label = models.CharField(_("person"), max_length=150)
    reason = models.CharField(_("reason"), max_length=250)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    granted_by = models.BigIntegerField(null=True, blank=True)
    granted_label = models.CharField(_("granted by"), max_length=150, blank=True)
    granted_at = models.DateTimeField(_("granted"), null=True, blank=True)
    expires_at = models.DateTimeField(_("expires"), null=True, blank=True)

    objects = EmergencyQuerySet.as_manager()

    class Meta:
        verbose_name = _("emergency access")
        verbose_name_plural = _("emergency accesses")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(granted_by=None) | ~Q(granted_by=F("user_id")), name="emergency_two_persons"),
            models.CheckConstraint(condition=Q(granted_by=None, expires_at=None) | Q(expires_at__isnull=False), name="emergency_expires"),
        ]

    def __str__(self) -> str:
        return self.user_label


class RiskAssessment(models.Model):
    """What the duties of a post can do to the public: it justifies the tier, and two people answer for it (domain 4.4)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    position_reference = models.CharField(_("position code"), max_length=20, db_index=True)
    tier = models.CharField(_("tier"), max_length=10, choices=Tier)
    grounds = sealed_text(_("what the tier rests on"))
    proposed_by = models.BigIntegerField()
    proposed_label = models.CharField(_("proposed by"), max_length=150)
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now)
    confirmed_by = models.BigIntegerField(null=True, blank=True)
    confirmed_label = models.CharField(_("confirmed by"), max_length=150, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("risk assessment of a post")
        verbose_name_plural = _("risk assessments of posts")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(confirmed_by=None) | ~Q(confirmed_by=F("proposed_by")), name="risk_two_persons"),
            models.CheckConstraint(condition=Q(confirmed_by=None) ^ Q(confirmed_at__isnull=False), name="risk_confirmed_stamp"),
            models.UniqueConstraint(fields=["position_reference"], condition=Q(confirmed_by=None), name="risk_one_open"),
        ]

    def __str__(self) -> str:
        return self.position_reference

    @staticmethod
    def is_open_to(user) -> bool:
        """Members assess posts; an emergency shows reviews alone."""
        return Membership.is_held_by(user)
