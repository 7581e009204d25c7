"""Whom the candidate names to speak for them, and what these people said; the candidate never reads it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.fields import EncryptedTextField
from screening.applications.models.application import Application
from screening.applications.queries import RefereeQuerySet
from screening.applications.states import Recommendation, RefereeState, Relation


class Referee(models.Model):
    """One person whom the office asks by letter, through a signed link that expires; they need no account."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="referees")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("name"), max_length=200, blank=True)
    relation = models.CharField(pgettext_lazy("referee", "relation"), max_length=12, choices=Relation, blank=True)
    institution = models.CharField(_("institution"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, blank=True)
    asked_at = models.DateTimeField(pgettext_lazy("referee", "asked"), null=True, blank=True)
    expires_at = models.DateTimeField(_("link valid until"), null=True, blank=True)
    reminded_at = models.DateTimeField(pgettext_lazy("referee", "reminded"), null=True, blank=True)
    answered_at = models.DateTimeField(pgettext_lazy("referee", "answered"), null=True, blank=True)
    declined_at = models.DateTimeField(pgettext_lazy("referee", "declined"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(pgettext_lazy("referee", "withdrawn"), null=True, blank=True)

    objects = RefereeQuerySet.as_manager()

    class Meta:
        verbose_name = _("referee")
        verbose_name_plural = _("referees")
        ordering = ["pk"]
        indexes = [models.Index(fields=["expires_at"], condition=Q(answered_at=None, reminded_at=None), name="referee_to_remind")]
        constraints = [
            models.CheckConstraint(condition=Q(asked_at=None) ^ Q(expires_at__isnull=False), name="referee_asked_until"),
            models.CheckConstraint(condition=Q(answered_at=None) | Q(declined_at=None), name="referee_one_answer"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def state(self) -> RefereeState:
        """The last thing that happened, in one word."""
        for stamp, state in ((self.answered_at, RefereeState.ANSWERED), (self.declined_at, RefereeState.DECLINED)):
            if stamp:
                return state
        if self.withdrawn_at:
            return RefereeState.WITHDRAWN
        if self.asked_at is None:
            return RefereeState.NAMED
        if self.expires_at <= timezone.now():
            return RefereeState.EXPIRED
        return RefereeState.REMINDED if self.reminded_at else RefereeState.ASKED

    @property
    def is_answered(self) -> bool:
        """They spoke, or said that they cannot."""
        return bool(self.answered_at or self.declined_at)

    @property
    def may_be_asked(self) -> bool:
        """For the first time, or again once the link has expired; nobody is written to day after day."""
        return self.state in (RefereeState.NAMED, RefereeState.EXPIRED)

    @property
    def may_be_withdrawn(self) -> bool:
        """Until they answer; before they are asked the entry is simply removed."""
        return self.asked_at is not None and self.state in (RefereeState.ASKED, RefereeState.REMINDED, RefereeState.EXPIRED)

    @property
    def is_waiting(self) -> bool:
        """The link works."""
        return self.state in (RefereeState.ASKED, RefereeState.REMINDED)


class Reference(models.Model):
    """What one referee said, in confidence; or the note that it came on paper."""

    referee = models.OneToOneField(Referee, models.CASCADE, related_name="reference")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recommendation = models.CharField(_("recommendation"), max_length=10, choices=Recommendation, blank=True)
    capacity = EncryptedTextField(_("how and how long they know each other"), blank=True)
    strengths = EncryptedTextField(_("strengths with an example"), blank=True)
    cooperation = EncryptedTextField(_("work with people of other cultures"), blank=True)
    reservations = EncryptedTextField(_("reservations"), blank=True)
    came_on_paper = models.BooleanField(_("came on paper"), default=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("recorded by")
    )
    received_at = models.DateTimeField(pgettext_lazy("reference", "received"), default=timezone.now)

    class Meta:
        verbose_name = pgettext_lazy("referee", "reference")
        verbose_name_plural = pgettext_lazy("referee", "references")

    def __str__(self) -> str:
        return self.referee.name
