"""One candidate's sitting, and what they wrote."""

import datetime
import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.core.fields import EncryptedTextField
from recruitment.core.spoken_dates import moment
from screening.applications.models import Application
from screening.competence.lifecycle import SittingLifecycle
from screening.competence.models.papers import Paper, Task
from screening.competence.queries import SittingQuerySet
from screening.competence.states import ANSWER_LENGTH, EventKind, SittingState


class Sitting(SittingLifecycle):
    """One candidate and one paper. `code` stands here too, so that a marker's page needs no row that knows a name."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="sittings", verbose_name=_("test paper"))
    application = models.OneToOneField(Application, models.CASCADE, related_name="sitting", verbose_name=_("application"))
    code = models.CharField(_("candidate number"), max_length=8, unique=True, editable=False)
    invited_at = models.DateTimeField(_("invited"), default=timezone.now)
    form = models.CharField(_("form"), max_length=1, blank=True, editable=False)
    identified_at = models.DateTimeField(_("identity checked"), null=True, blank=True)
    identified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("identity checked by")
    )
    extra_minutes = models.PositiveSmallIntegerField(_("additional minutes"), default=0, validators=[MaxValueValidator(480)])
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    paused_at = models.DateTimeField(_("clock stopped"), null=True, blank=True)
    paused_seconds = models.PositiveIntegerField(_("seconds for which the clock stood still"), default=0)
    seen_at = models.DateTimeField(_("page last heard"), null=True, blank=True)
    submitted_at = models.DateTimeField(_("handed in"), null=True, blank=True)
    receipt = models.CharField(_("hash of the receipt"), max_length=64, blank=True)
    score = models.DecimalField(_("score"), max_digits=5, decimal_places=2, null=True, blank=True)
    concluded_at = models.DateTimeField(_("result established"), null=True, blank=True)

    objects = SittingQuerySet.as_manager()

    class Meta:
        verbose_name = _("sitting")
        verbose_name_plural = _("sittings")
        ordering = ["code"]
        indexes = [
            models.Index(fields=["paper", "state"], name="sitting_board"),
            models.Index("ends_at", condition=Q(state=SittingState.STARTED), name="sitting_overdue"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=SittingState.values), name="sitting_state_known"),
            models.CheckConstraint(
                condition=Q(started_at=None, ends_at=None, submitted_at=None) | Q(started_at__isnull=False, ends_at__gt=F("started_at")),
                name="sitting_clock",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[SittingState.INVITED, SittingState.MISSED]) | Q(started_at=None), name="sitting_not_started"
            ),
            models.CheckConstraint(
                condition=~Q(state=SittingState.STARTED) | Q(started_at__isnull=False, submitted_at=None), name="sitting_writing"
            ),
            models.CheckConstraint(
                condition=~Q(state=SittingState.HANDED_IN) | Q(submitted_at__isnull=False), name="sitting_handed_in_stamp"
            ),
            models.CheckConstraint(condition=Q(state=SittingState.CONCLUDED) ^ Q(concluded_at=None), name="sitting_concluded_stamp"),
            models.CheckConstraint(condition=Q(paused_at=None) | Q(state=SittingState.STARTED), name="sitting_paused"),
            models.CheckConstraint(
                condition=Q(identified_at=None, identified_by=None) | Q(identified_at__isnull=False, identified_by__isnull=False),
                name="sitting_identified",
            ),
            models.CheckConstraint(condition=Q(score=None) | Q(score__range=(0, 100)), name="sitting_score"),
        ]

    def __str__(self) -> str:
        return self.code

    def end(self, started_at: datetime.datetime) -> datetime.datetime:
        """When a sitting that starts then is over: after its minutes, and no later than the paper; what was stopped is given back."""
        writing = datetime.timedelta(minutes=self.paper.minutes + self.extra_minutes)
        return min(started_at + writing, self.paper.closes_at) + datetime.timedelta(seconds=self.paused_seconds)

    def letter_context(self) -> dict:
        """What letters say about a sitting; asked under the recipient's language."""
        return {
            "reference": self.application.reference,
            "position_title": self.paper.position.title,
            "opens_at": moment(self.paper.opens_at, self.application.candidate.time_zone),
            "closes_at": moment(self.paper.closes_at, self.application.candidate.time_zone),
            "minutes": self.paper.minutes + self.extra_minutes,
            "test_url": settings.SITE_URL + reverse("competence:paper", args=[self.uuid]),
        }


class Answer(models.Model):
    """What one candidate wrote for one task, as it was last saved."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="answers", verbose_name=_("sitting"))
    task = models.ForeignKey(Task, models.PROTECT, related_name="+", verbose_name=_("task"))
    text = EncryptedTextField(_("answer"), max_length=ANSWER_LENGTH, blank=True)
    saved_at = models.DateTimeField(_("saved"), default=timezone.now)
    version = models.PositiveBigIntegerField(_("version"), default=0)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["task__order"]
        constraints = [models.UniqueConstraint(fields=["sitting", "task"], name="answer_once")]

    def __str__(self) -> str:
        return f"{self.sitting_id}/{self.task_id}"


class Event(models.Model):
    """Something in the course of a sitting that an invigilator must be able to read."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="events", verbose_name=_("sitting"))
    kind = models.CharField(_("kind"), max_length=20, choices=EventKind)
    at = models.DateTimeField(_("time"), default=timezone.now)
    seconds = models.PositiveIntegerField(_("seconds"), default=0)
    note = models.CharField(_("remark"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("event of a sitting")
        verbose_name_plural = _("events of sittings")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=Q(kind__in=EventKind.values), name="event_kind_known")]

    def __str__(self) -> str:
        return f"{self.sitting_id}/{self.kind}"
