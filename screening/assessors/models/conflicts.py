"""Who stepped back from which file, and whoever is asked whether something connects them with one."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language, pgettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from positions.models import Position
from recruitment.core.fields import EncryptedTextField
from screening.applications.models import Application
from screening.assessors.lifecycle import HintLifecycle
from screening.assessors.queries import AbstentionQuerySet, HintQuerySet, RecusalQuerySet
from screening.assessors.states import CANDIDATE_SPOKE, Ground, HintGround, HintState

REASON_LENGTH = 1000


class Recusal(models.Model):
    """An assessor stepped back from one file; from that moment the file is not in their world any more."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="recusals", verbose_name=_("assessor"))
    application = models.ForeignKey(Application, models.CASCADE, related_name="recusals", verbose_name=_("application"))
    ground = models.CharField(_("ground"), max_length=10, choices=Ground)
    reason = EncryptedTextField(_("reason"), max_length=REASON_LENGTH)
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("declared by"))
    declared_at = models.DateTimeField(_("declared"), default=timezone.now)

    objects = RecusalQuerySet.as_manager()

    class Meta:
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")
        ordering = ["-declared_at"]
        constraints = [models.UniqueConstraint(fields=["assessor", "application"], name="recusal_once")]

    def __str__(self) -> str:
        return f"{self.assessor} · {self.get_ground_display()}"


class Abstention(models.Model):
    """An assessor keeps out of a whole post, because somebody close to them may have applied for it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="abstentions", verbose_name=_("assessor"))
    position = models.ForeignKey(Position, models.PROTECT, related_name="abstentions", verbose_name=_("position"))
    reason = EncryptedTextField(_("reason"), max_length=REASON_LENGTH)
    declared_at = models.DateTimeField(_("declared"), default=timezone.now)

    objects = AbstentionQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("assessor", "abstention")
        verbose_name_plural = pgettext_lazy("assessor", "abstentions")
        ordering = ["-declared_at"]
        constraints = [models.UniqueConstraint(fields=["assessor", "position"], name="abstention_once")]

    def __str__(self) -> str:
        return f"{self.assessor} · {self.position.reference}"


class ConflictHint(HintLifecycle):
    """Something in a file and in an assessor's life looks alike; the assessor is asked, without being told who it is."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="hints", verbose_name=_("assessor"))
    application = models.ForeignKey(Application, models.CASCADE, related_name="hints", verbose_name=_("application"))
    ground = models.CharField(_("ground"), max_length=12, choices=HintGround)
    institution = models.CharField(_("institution"), max_length=200, blank=True)
    since = models.PositiveSmallIntegerField(_("from the year"), null=True, blank=True)
    until = models.PositiveSmallIntegerField(_("until the year"), null=True, blank=True)
    note = EncryptedTextField(_("what the assessor said"), max_length=REASON_LENGTH, blank=True)
    asked_at = models.DateTimeField(pgettext_lazy("conflict of interest", "asked"), default=timezone.now)
    answered_at = models.DateTimeField(pgettext_lazy("conflict of interest", "answered"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decision = EncryptedTextField(_("reason of the decision"), max_length=REASON_LENGTH, blank=True)

    objects = HintQuerySet.as_manager()

    class Meta:
        verbose_name = _("question about a conflict")
        verbose_name_plural = _("questions about conflicts")
        ordering = ["-asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["assessor", "application", "ground"], name="hint_once"),
            models.CheckConstraint(condition=Q(state=HintState.ASKED) ^ Q(answered_at__isnull=False), name="hint_answered"),
        ]

    def __str__(self) -> str:
        return f"{self.assessor} · {self.get_ground_display()}"

    @property
    def has_candidate_spoken(self) -> bool:
        """Whether the candidate named this person."""
        return self.ground in CANDIDATE_SPOKE

    @property
    def question(self) -> str:
        """What the assessor reads: their own life and the post, and nothing of the candidate."""
        told = {"institution": self.institution, "since": self.since or "…", "until": self.until or pgettext("until", "today")}
        return {
            HintGround.EMPLOYER: _("You worked at %(institution)s between %(since)s and %(until)s. Somebody who applied was there, too.")
            % told,
            HintGround.EDUCATION: _("You were at %(institution)s between %(since)s and %(until)s. Somebody who applied was there, too.")
            % told,
            HintGround.INSTITUTION: _("Somebody who applied has worked or studied at %(institution)s, which you come from.") % told,
            HintGround.REFEREE: _("Somebody who applied has named you, or a person of your name, as a referee."),
            HintGround.DECLARED: _("Somebody who applied has said that they know you, or a person of your name."),
        }[HintGround(self.ground)]

    def letter_context(self) -> dict:
        """The post and the way to the question; asked under the recipient's language."""
        return {"position_title": self.application.position.title, "desk_url": f"{settings.SITE_URL}/{get_language()}/assessors/"}
