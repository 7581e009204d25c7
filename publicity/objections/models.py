"""Objections to a person on a notice."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from publicity.notices.models import Entry
from publicity.objections.lifecycle import Lifecycle
from publicity.objections.queries import ObjectionQuerySet
from publicity.objections.states import Finding, Mode, ObjectionState
from recruitment.core.fields import EncryptedTextField


def _officer(label):
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=label)


class Objection(Lifecycle):
    """What somebody reported about a person on a notice. No address, no browser and no account are stored with it (domain 1.2.3)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(_("objection number"), max_length=20, unique=True)
    entry = models.ForeignKey(Entry, models.PROTECT, related_name="objections", verbose_name=_("person on the notice"))
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    mode = models.CharField(_("kind of statement"), max_length=10, choices=Mode)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    name = EncryptedTextField(_("name"), blank=True)
    contact = EncryptedTextField(_("contact"), blank=True)
    statement = EncryptedTextField(_("statement"))
    is_late = models.BooleanField(_("after the period"), default=False)
    received_at = models.DateTimeField(_("received"), default=timezone.now)
    finding = models.CharField(_("finding"), max_length=20, choices=Finding, blank=True)
    affects = models.BooleanField(_("affects the appointment"), null=True)
    reasons = EncryptedTextField(_("reasons, internal"), blank=True)
    reply = EncryptedTextField(_("answer to whoever objected"), blank=True)
    proposed_by = _officer(_("finding proposed by"))
    answered_by = _officer(_("answered by"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        ordering = ["-received_at"]
        constraints = [
            models.CheckConstraint(condition=Q(answered_by=None) | ~Q(answered_by=F("proposed_by")), name="objection_two_persons"),
            models.CheckConstraint(
                condition=~Q(state=ObjectionState.ANSWERED) | (Q(answered_at__isnull=False) & ~Q(finding="")),
                name="objection_answered_stamp",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
