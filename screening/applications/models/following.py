"""What stands beside a file on its way: versions handed in, requests to hand in late, promises that were not kept."""

import uuid
from hashlib import sha256

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.fields import EncryptedJSONField, EncryptedTextField
from recruitment.ledger.commitments import canonical
from screening.applications.models.application import Application
from screening.applications.queries import LateRequestQuerySet
from screening.applications.states import State
from screening.applications.states.following import LateDecision


class Version(models.Model):
    """The form as it was handed in one time; later ones do not overwrite it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application = models.ForeignKey(Application, models.CASCADE, related_name="versions", verbose_name=_("application"))
    number = models.PositiveSmallIntegerField(pgettext_lazy("of an application", "version"))
    handed_in_at = models.DateTimeField(_("handed in"), default=timezone.now)
    answers = EncryptedJSONField(_("answers"))

    class Meta:
        verbose_name = pgettext_lazy("of an application", "version")
        verbose_name_plural = pgettext_lazy("of an application", "versions")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["application", "number"], name="version_once")]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """The number of the application, and after a stroke which version this is."""
        return f"{self.application.reference}/{self.number}"

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the answers in canonical JSON, as the ledger holds it."""
        return sha256(canonical(self.answers)).hexdigest()


class LateRequest(models.Model):
    """Somebody asks to hand in after the deadline, and says why; an HR officer of the department decides, and says why."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    application = models.OneToOneField(Application, models.CASCADE, related_name="late_request", verbose_name=_("application"))
    reason = EncryptedTextField(_("why it could not be handed in in time"), max_length=2000)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    due_on = models.DateField(_("answer promised by"))
    decision = models.CharField(_("decision"), max_length=10, choices=LateDecision, default=LateDecision.OPEN)
    answer = models.TextField(_("reason for the decision"), max_length=2000, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)

    objects = LateRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to hand in late")
        verbose_name_plural = _("requests to hand in late")
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(decision=LateDecision.OPEN, decided_by=None, decided_at=None, answer="")
                | (~Q(decision=LateDecision.OPEN) & Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(answer="")),
                name="late_decided_with_reason",
            )
        ]

    def __str__(self) -> str:
        return f"{self.application.position.reference} · {self.application.candidate_code}"


class MissedPromise(models.Model):
    """A day that was promised and passed: what was promised, what is promised now, and that both sides were told."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="missed_promises", verbose_name=_("application"))
    state = models.CharField(_("state"), max_length=20, choices=State)
    promised_on = models.DateField(_("promised by"))
    expected_on = models.DateField(_("now expected by"))
    found_at = models.DateTimeField(_("found"), default=timezone.now)

    class Meta:
        verbose_name = _("missed promise")
        verbose_name_plural = _("missed promises")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "state", "promised_on"], name="promise_missed_once"),
            models.CheckConstraint(condition=Q(expected_on__gt=models.F("promised_on")), name="promise_moves_on"),
        ]

    def __str__(self) -> str:
        return f"{self.application} · {self.promised_on}"
