"""What readers ask the portal to keep for them: a search that is told by e-mail, and posts that are saved."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.models.posts import Position
from positions.queries import AlertQuerySet, SavedPositionQuerySet
from positions.states import Frequency
from recruitment.core import crypto
from recruitment.core.fields import EncryptedTextField

INDEX = "positions.alert.address"


class Alert(models.Model):
    """A search of somebody who need not have an account: new posts that fit are told to an address that was confirmed by its owner."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    address = EncryptedTextField(_("e-mail address"), max_length=254)
    address_index = models.CharField(max_length=64, editable=False)
    search = models.JSONField(_("search"), default=dict)
    frequency = models.CharField(_("how often"), max_length=10, choices=Frequency)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    asked_at = models.DateTimeField(_("asked for"), default=timezone.now)
    confirmed_at = models.DateTimeField(pgettext_lazy("alert", "confirmed"), null=True, blank=True)
    told_until = models.DateTimeField(_("told of posts published until"), null=True, blank=True)
    next_at = models.DateTimeField(_("looked at again"), null=True, blank=True)

    objects = AlertQuerySet.as_manager()

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering = ["pk"]
        indexes = [
            models.Index("next_at", condition=Q(confirmed_at__isnull=False), name="alert_due"),
            models.Index("asked_at", condition=Q(confirmed_at__isnull=True), name="alert_unconfirmed"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["address_index", "search", "frequency"], name="alert_once"),
            models.CheckConstraint(condition=Q(frequency__in=Frequency.values), name="alert_frequency_known"),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, told_until__isnull=True, next_at__isnull=True)
                | Q(confirmed_at__isnull=False, told_until__isnull=False, next_at__isnull=False),
                name="alert_confirmed_stamp",
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @staticmethod
    def index_of(address: str) -> str:
        """By what an address is found again without being read."""
        return crypto.blind_index(address.casefold(), purpose=INDEX)


class SavedPosition(models.Model):
    """A post that somebody with an account wants to come back to."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_positions", verbose_name=_("person"))
    position = models.ForeignKey(Position, models.CASCADE, related_name="+", verbose_name=_("position"))
    saved_at = models.DateTimeField(pgettext_lazy("stamp", "saved"), default=timezone.now)

    objects = SavedPositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved position")
        verbose_name_plural = _("saved positions")
        ordering = ["-saved_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["person", "position"], name="saved_position_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.position}"
