"""Checks of one file, and what was asked to be corrected."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.models import EligibilityRule
from recruitment.core.fields import EncryptedTextField
from screening.applications.models import Application, Attachment
from screening.qualification.queries import CheckQuerySet, CorrectionRequestQuerySet
from screening.qualification.states import CheckKind, CheckResult, Confidence, DegreeRoute, Method


class Check(models.Model):
    """One thing to be checked in one file: the sentence as published, what the rule finds, what the officer found and on which evidence."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="checks", verbose_name=_("application"))
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    order = models.PositiveSmallIntegerField(_("order"))
    kind = models.CharField(_("kind"), max_length=12, choices=CheckKind)
    key = models.CharField(_("key"), max_length=40)
    rule = models.ForeignKey(EligibilityRule, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("requirement"))
    sentences = models.JSONField(_("sentence"), help_text=_("Language code to sentence, as published."))
    stated_at = models.DateTimeField(_("stated"), default=timezone.now)
    compared_at = models.DateTimeField(_("compared with the file"), default=timezone.now)
    retired_at = models.DateTimeField(_("no longer in the file"), null=True, blank=True)
    result = models.CharField(_("result"), max_length=12, choices=CheckResult, default=CheckResult.OPEN)
    evidence = models.ForeignKey(Attachment, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("evidence"))
    page = models.CharField(_("page"), max_length=20, blank=True)
    method = models.CharField(pgettext_lazy("check", "method"), max_length=12, choices=Method, blank=True)
    route = models.CharField(_("authentication of the degree"), max_length=12, choices=DegreeRoute, blank=True)
    confidence = models.CharField(pgettext_lazy("check", "confidence"), max_length=6, choices=Confidence, blank=True)
    certificate_number = EncryptedTextField(_("number of the certificate"), null=True, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    note = models.TextField(_("note"), max_length=2000, blank=True)
    due_on = models.DateField(_("proof due"), null=True, blank=True)
    reminded_on = models.DateField(_("reminded"), null=True, blank=True)
    escalated_on = models.DateField(_("escalated"), null=True, blank=True)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("officer")
    )
    decided_at = models.DateTimeField(_("checked"), null=True, blank=True)

    objects = CheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("check")
        verbose_name_plural = _("checks")
        ordering = ["application", "order"]
        constraints = [
            models.UniqueConstraint(fields=["application", "kind", "key", "rule"], name="check_once", nulls_distinct=False),
            models.CheckConstraint(
                condition=Q(result=CheckResult.OPEN, officer=None, decided_at=None)
                | (~Q(result=CheckResult.OPEN) & Q(officer__isnull=False, decided_at__isnull=False)),
                name="check_decided_by_a_person",
            ),
            # A refusal or a doubt without a word of why is no check.
            models.CheckConstraint(
                condition=Q(result__in=[CheckResult.OPEN, CheckResult.MET, CheckResult.PROVISIONAL]) | ~Q(note=""),
                name="check_reason",
                violation_error_message=_("Say why the requirement is not met or unclear."),
            ),
            # A promise without a day is no promise; whatever is not promised has none.
            models.CheckConstraint(
                condition=Q(result=CheckResult.PROVISIONAL) ^ Q(due_on=None),
                name="check_provisional_due",
                violation_error_message=_("Say until when the proof is due."),
            ),
            models.CheckConstraint(
                condition=~Q(result=CheckResult.PROVISIONAL)
                | ~Q(kind__in=[CheckKind.IDENTITY, CheckKind.REQUIREMENT, CheckKind.DECLARATION]),
                name="check_provisional_kind",
                violation_error_message=_("The proof of this cannot be given in later."),
            ),
        ]
        indexes = [models.Index(fields=["due_on"], condition=Q(result=CheckResult.PROVISIONAL), name="check_due")]

    def __str__(self) -> str:
        return self.sentence(translation.get_language() or "en")

    def sentence(self, language: str) -> str:
        """The sentence in one language; the Chinese one where it is missing."""
        return self.sentences.get(language) or self.sentences.get("zh-hans", self.key)

    @property
    def stamp(self) -> str:
        """Which decision this is: a page that was opened before another one does not overwrite it unseen."""
        return self.decided_at.isoformat() if self.decided_at else ""

    @property
    def is_overdue(self) -> bool:
        """The proof was promised for a day that is over."""
        return self.due_on is not None and self.due_on < timezone.localdate()


class CorrectionRequest(models.Model):
    """One complete request for supplements: told once, everything in one letter (Entry-Exit Regulations, art. 13)."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="correction_requests", verbose_name=_("application"))
    items = models.JSONField(_("what is asked for"))
    message = models.TextField(_("message"), max_length=2000, blank=True)
    reason_again = models.TextField(_("why this was not asked the first time"), max_length=1000, blank=True)
    due_on = models.DateField(_("due"))
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("sent by"))
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)

    objects = CorrectionRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for supplements")
        verbose_name_plural = _("requests for supplements")
        ordering = ["sent_at"]

    def __str__(self) -> str:
        return f"{self.application} · {self.due_on}"
