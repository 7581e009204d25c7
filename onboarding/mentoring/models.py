"""Pairings of a mentor with an officer, and their counselling sessions."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from onboarding.appointments.models import Appointment
from onboarding.mentoring.queries import PairingQuerySet, SessionQuerySet
from onboarding.mentoring.states import Topic
from recruitment.core.fields import EncryptedTextField


class Pairing(models.Model):
    """A local senior civil servant and an officer, for one-on-one counselling."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    mentor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("mentor"))
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="pairings", verbose_name=_("mentee"))
    goals = models.TextField(_("goals"), max_length=2000, blank=True)
    since = models.DateField(_("since"), default=timezone.localdate)
    until = models.DateField(_("until"), null=True, blank=True)

    objects = PairingQuerySet.as_manager()

    class Meta:
        verbose_name = _("mentoring pair")
        verbose_name_plural = _("mentoring pairs")
        constraints = [
            models.UniqueConstraint(fields=["appointment"], condition=Q(until=None), name="pairing_one_mentor"),
            models.CheckConstraint(condition=Q(until=None) | Q(until__gte=F("since")), name="pairing_time"),
        ]

    def __str__(self) -> str:
        return f"{self.mentor} · {self.appointment.officer}"

    @property
    def reference(self) -> str:
        return self.appointment.reference

    def letter_context(self) -> dict:
        return {
            "mentor_name": str(self.mentor),
            "officer_name": str(self.appointment.officer),
            "position_title": self.appointment.application.position.title,
            "pairing_url": f"{settings.SITE_URL}/{translation.get_language()}/mentoring/{self.uuid}/",
        }


class Session(models.Model):
    """One counselling session, logged by the mentor; its notes belong to the two alone."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pairing = models.ForeignKey(Pairing, models.CASCADE, related_name="sessions")
    held_on = models.DateField(_("day of the session"))
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    topics = ArrayField(models.CharField(max_length=10, choices=Topic), verbose_name=_("topics"))
    agreed = EncryptedTextField(_("what was agreed"), blank=True)
    note = EncryptedTextField(_("note for the two of you"), blank=True)
    next_on = models.DateField(_("next session"), null=True, blank=True)
    form_key = models.UUIDField(unique=True)
    logged_at = models.DateTimeField(_("logged"), default=timezone.now)

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("counselling session")
        verbose_name_plural = _("counselling sessions")
        ordering = ["-held_on", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(minutes__range=(5, 480)), name="session_minutes")]

    def __str__(self) -> str:
        return str(self.held_on)
