"""The paper: its tasks, and the rubric by which they are marked."""

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from positions.models import Position
from screening.competence.lifecycle import PaperLifecycle
from screening.competence.models.questions import Question
from screening.competence.queries import PaperQuerySet, TaskQuerySet
from screening.competence.states import PaperState, TaskKind


class Paper(PaperLifecycle):
    """One test paper for one post: what is asked, how long one may write, and between which hours.

    From sealing to opening its words lie in `envelope` alone, under a key of its own that is wrapped by a key outside the database.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(_("reference"), max_length=40, unique=True)
    position = models.ForeignKey(Position, models.PROTECT, related_name="papers", verbose_name=_("position"))
    title = models.CharField(_("title"), max_length=200)
    instructions = models.TextField(_("instructions"), blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=120, validators=[MinValueValidator(5), MaxValueValidator(480)])
    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("prepared by"), editable=False)
    digest = models.CharField(_("hash"), max_length=64, blank=True, editable=False)
    sealed_at = models.DateTimeField(_("sealed"), null=True, blank=True, editable=False)
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)
    envelope = models.BinaryField(null=True, editable=False)
    wrapped_key = models.BinaryField(null=True, editable=False)
    salt = models.CharField(max_length=64, blank=True, editable=False)

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("test paper")
        verbose_name_plural = _("test papers")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=PaperState.values), name="paper_state_known"),
            models.CheckConstraint(
                condition=Q(minutes__range=(5, 480)), name="paper_minutes", violation_error_message=_("A paper takes 5 to 480 minutes.")
            ),
            models.CheckConstraint(
                condition=Q(opens_at=None) | Q(closes_at=None) | Q(opens_at__lt=F("closes_at")),
                name="paper_window",
                violation_error_message=_("The paper must open before it closes."),
            ),
            models.CheckConstraint(
                condition=Q(state=PaperState.DRAFTED, sealed_at=None, digest="")
                | (
                    ~Q(state=PaperState.DRAFTED)
                    & ~Q(digest="")
                    & Q(sealed_at__isnull=False, opens_at__isnull=False, closes_at__isnull=False)
                ),
                name="paper_sealed_stamp",
            ),
            models.CheckConstraint(condition=~Q(state=PaperState.OPENED) | Q(opened_at__isnull=False), name="paper_opened_stamp"),
            models.CheckConstraint(condition=Q(state=PaperState.CLOSED) ^ Q(closed_at=None), name="paper_closed_stamp"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_editable(self) -> bool:
        return self.state == PaperState.DRAFTED

    def letter_context(self) -> dict:
        """What letters to markers say about a paper; asked under the recipient's language."""
        return {"position_title": self.position.title, "marking_url": settings.SITE_URL + reverse("competence:marking")}


class KeyTurn(models.Model):
    """One of the two keys of a paper, turned by one person."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="turns", verbose_name=_("test paper"))
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("opened by"))
    at = models.DateTimeField(_("time"), default=timezone.now)
    note = models.CharField(_("remark"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("key of a paper")
        verbose_name_plural = _("keys of papers")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["paper", "holder"], name="key_turn_once")]

    def __str__(self) -> str:
        return f"{self.paper_id}/{self.holder_id}"


class Task(models.Model):
    """One task of a paper, with the marks that can be reached."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="tasks", verbose_name=_("test paper"))
    form = models.CharField(
        _("form"), max_length=1, default="A", validators=[RegexValidator("[A-F]", _("A form is a letter from A to F."))]
    )
    question = models.ForeignKey(
        Question, models.PROTECT, null=True, blank=True, related_name="tasks", verbose_name=_("question of the bank"), editable=False
    )
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    kind = models.CharField(_("kind"), max_length=20, choices=TaskKind)
    title = models.CharField(_("title"), max_length=200, blank=True)
    prompt = models.TextField(_("task"), blank=True)
    model_answer = models.TextField(_("model answer"), blank=True)
    max_marks = models.PositiveSmallIntegerField(_("marks"), validators=[MinValueValidator(1), MaxValueValidator(100)])

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        ordering = ["form", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "form", "order"], name="task_order_once", violation_error_message=_("Another task has this place.")
            ),
            models.CheckConstraint(condition=Q(max_marks__range=(1, 100)), name="task_marks"),
            models.CheckConstraint(condition=Q(kind__in=TaskKind.values), name="task_kind_known"),
        ]

    def __str__(self) -> str:
        return self.title


class RubricLine(models.Model):
    """One thing that is marked in a task, and what work looks like at the low end, in the middle and at the high end."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="lines", verbose_name=_("task"))
    key = models.SlugField(_("key"), max_length=60)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    name = models.CharField(_("name"), max_length=200, blank=True)
    max = models.PositiveSmallIntegerField(_("points"), validators=[MinValueValidator(1), MaxValueValidator(100)])
    anchor_low = models.TextField(_("few points"), blank=True)
    anchor_mid = models.TextField(_("half of the points"), blank=True)
    anchor_high = models.TextField(_("all points"), blank=True)

    class Meta:
        verbose_name = _("rubric line")
        verbose_name_plural = _("rubric lines")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["task", "key"], name="rubric_line_once", violation_error_message=_("This key is already used in the task.")
            ),
            models.CheckConstraint(condition=Q(max__range=(1, 100)), name="rubric_line_max"),
        ]

    def __str__(self) -> str:
        return self.name
