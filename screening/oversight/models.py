"""Outside bodies, the people they send, what these ask and what they attest."""

import uuid

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from screening.oversight.queries import AttestationQuerySet, MandateQuerySet, QuestionQuerySet
from screening.oversight.states import BodyKind, MandateState, QuestionState
from screening.stages.models import REASON_LENGTH, Stage, somebody

TEXT_LENGTH = 4000


class Body(models.Model):
    """An institution outside the office that watches, sets papers, assesses or audits."""

    kind = models.CharField(_("kind"), max_length=10, choices=BodyKind)
    name = models.CharField(_("name"), max_length=200)
    country = models.CharField(
        _("country"),
        max_length=2,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Two capital letters, such as CH."))],
        help_text=_("ISO 3166 code"),
    )
    contact = models.CharField(_("contact"), max_length=200, help_text=_("An office and its address, not a person."))
    is_active = models.BooleanField(pgettext_lazy("institution", "active"), default=True)

    class Meta:
        verbose_name = _("third-party body")
        verbose_name_plural = _("third-party bodies")
        ordering = ["kind", "pk"]
        constraints = [models.CheckConstraint(condition=Q(kind__in=BodyKind.values), name="body_kind_known")]

    def __str__(self) -> str:
        return self.name

    def letter_context(self) -> dict:
        """What letters say about a body; asked under the recipient's language."""
        return {"body_name": self.name, "oversight_url": f"{settings.SITE_URL}/{get_language()}/oversight/"}


class Mandate(models.Model):
    """A body sends a person for a time; after it nothing of the desk is open to them."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="mandates", verbose_name=_("third-party body"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="mandates", verbose_name=_("person"))
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"))
    lifts_stops = models.BooleanField(_("may lift stops, with a second person"), default=False)
    reason = models.TextField(_("reason"), max_length=REASON_LENGTH)
    granted_by = somebody(_("granted by"))
    granted_at = models.DateTimeField(_("granted"), default=timezone.now)
    ended_by = somebody(_("ended by"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mandate")
        verbose_name_plural = _("mandates")
        ordering = ["-since", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gt=F("since")), name="mandate_time", violation_error_message=_("A mandate ends after it begins.")
            ),
            models.CheckConstraint(
                condition=~Q(granted_by=F("person")),
                name="mandate_four_eyes",
                violation_error_message=_("Nobody grants a mandate to themselves."),
            ),
            models.CheckConstraint(condition=Q(ended_by=None) ^ Q(ended_at__isnull=False), name="mandate_ended_stamp"),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.body}"

    @property
    def standing(self) -> MandateState:
        """How it stands at this moment."""
        now = timezone.now()
        if self.ended_at is not None or self.until <= now:
            return MandateState.OVER
        return MandateState.COMING if self.since > now else MandateState.IN_FORCE


class Question(models.Model):
    """The oversight body asks about a stage; HR of the department owes the answer by a day."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    stage = models.ForeignKey(Stage, models.PROTECT, related_name="questions", verbose_name=_("stage"))
    text = models.TextField(_("question"), max_length=TEXT_LENGTH)
    asked_by = somebody(_("asked by"))
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    due_on = models.DateField(_("answer due"))
    escalated_at = models.DateTimeField(_("escalated"), null=True, blank=True)
    answer = models.TextField(_("answer"), max_length=TEXT_LENGTH, blank=True)
    answered_by = somebody(_("answered by"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question of the oversight body")
        verbose_name_plural = _("questions of the oversight body")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["due_on"], condition=Q(answered_at=None), name="question_waiting")]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_by=None, answered_at=None, answer="")
                | (Q(answered_by__isnull=False, answered_at__isnull=False) & ~Q(answer="")),
                name="question_answered_by_a_person",
            ),
            models.CheckConstraint(condition=Q(answered_by=None) | ~Q(answered_by=F("asked_by")), name="question_answered_by_another"),
        ]

    def __str__(self) -> str:
        return f"{self.stage} · {timezone.localdate(self.asked_at)}"

    @property
    def standing(self) -> QuestionState:
        """How it stands today."""
        if self.answered_at is not None:
            return QuestionState.ANSWERED
        return QuestionState.LATE if self.due_on < timezone.localdate() else QuestionState.WAITING

    def letter_context(self) -> dict:
        """What letters say about a question; asked under the recipient's language."""
        return self.stage.letter_context() | {
            "question": self.text,
            "answer_url": f"{settings.SITE_URL}/admin/oversight/question/{self.pk}/change/",
        }


class Attestation(models.Model):
    """What a body says of a stage at its end; it is added and never changed."""

    stage = models.ForeignKey(Stage, models.PROTECT, related_name="attestations", verbose_name=_("stage"))
    body = models.ForeignKey(Body, models.PROTECT, related_name="attestations", verbose_name=_("third-party body"))
    person = somebody(_("person"))
    text = models.TextField(_("what is attested"), max_length=TEXT_LENGTH)
    attested_at = models.DateTimeField(_("attested"), default=timezone.now)

    objects = AttestationQuerySet.as_manager()

    class Meta:
        verbose_name = _("attestation")
        verbose_name_plural = _("attestations")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stage", "body"], name="attestation_once", violation_error_message=_("This body has attested the stage already.")
            )
        ]

    def __str__(self) -> str:
        return f"{self.stage} · {self.body}"
