"""The register of requests about personal information."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from recruitment.core.fields import EncryptedTextField
from screening.rights.queries import RequestQuerySet
from screening.rights.states import Decision, RequestKind


class Request(models.Model):
    """Somebody asks to correct, delete or explain their data; it is answered within the time of the policy, a refusal with reasons."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(_("number"), max_length=20, unique=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="data_requests", verbose_name=_("person"))
    kind = models.CharField(_("kind"), max_length=12, choices=RequestKind)
    statement = EncryptedTextField(_("what is asked"), max_length=4000, blank=True)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    due_on = models.DateField(_("answer due"))
    escalated_at = models.DateTimeField(_("escalated"), null=True, blank=True)
    decision = models.CharField(_("decision"), max_length=10, choices=Decision, default=Decision.OPEN)
    answer = EncryptedTextField(_("answer"), max_length=4000, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("answered by")
    )
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request about personal data")
        verbose_name_plural = _("requests about personal data")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["due_on"], condition=Q(decision=Decision.OPEN), name="request_waiting")]
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], condition=Q(decision=Decision.OPEN), name="request_one_open_of_a_kind"),
            models.CheckConstraint(
                condition=Q(decision=Decision.OPEN, answered_by=None, answered_at=None)
                | (~Q(decision=Decision.OPEN) & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="request_answered_by_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} · {self.get_kind_display()}"

    @property
    def is_overdue(self) -> bool:
        return self.decision == Decision.OPEN and self.due_on < timezone.localdate()

    def letter_context(self) -> dict:
        """What letters say about a request; asked under the recipient's language."""
        address = f"{settings.SITE_URL}/{translation.get_language()}/my-data/requests/"
        return {"reference": self.reference, "kind": self.get_kind_display(), "requests_url": address}
