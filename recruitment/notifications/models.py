"""Letters: the outbox and the inbox are the same rows."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.core.fields import EncryptedTextField
from recruitment.notifications.kinds import Kind
from recruitment.notifications.queries import LetterQuerySet
from recruitment.notifications.states import LetterState


class Letter(models.Model):
    """One letter to one person, with everything its worker needs: kind, language, frozen context, attachment."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="letters", verbose_name=_("recipient")
    )
    address = models.EmailField(_("e-mail address"), blank=True)
    sealed_address = EncryptedTextField(_("e-mail address of somebody without an account"), max_length=254, null=True, blank=True)
    unsubscribe_url = models.CharField(_("address to unsubscribe"), max_length=500, blank=True)
    kind = models.CharField(_("kind"), max_length=40, choices=Kind)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    subject = models.CharField(_("subject"), max_length=250)
    body = models.TextField(_("text"))
    attachment = models.UUIDField(_("attached document"), null=True, blank=True)
    about_label = models.CharField(max_length=100, blank=True)
    about_id = models.CharField(max_length=40, blank=True)
    about_reference = models.CharField(_("reference"), max_length=60, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=LetterState, default=LetterState.QUEUED)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    error = models.CharField(_("last error"), max_length=250, blank=True)
    written_at = models.DateTimeField(_("written"), default=timezone.now)
    next_try_at = models.DateTimeField(_("next try"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-written_at", "-pk"]
        indexes = [
            models.Index("next_try_at", condition=Q(state="queued"), name="letter_due"),
            models.Index(fields=["recipient", "-written_at"], name="letter_inbox"),
            models.Index(fields=["about_label", "about_id"], name="letter_about"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(sent_at__isnull=False) ^ ~Q(state="sent"), name="letter_sent_stamp"),
            models.CheckConstraint(condition=Q(address="") ^ Q(sealed_address__isnull=True), name="letter_one_address"),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def to(self) -> str:
        """Where it goes."""
        return self.address or self.sealed_address
