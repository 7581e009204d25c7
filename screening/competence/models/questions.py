"""The question bank, which belongs to setters from outside."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from recruitment.core.fields import EncryptedJSONField
from recruitment.documents.models import Document
from screening.competence.lifecycle import QuestionLifecycle
from screening.competence.queries import MaterialQuerySet, QuestionQuerySet
from screening.competence.states import QuestionState, TaskKind


class Question(QuestionLifecycle):
    """One question. Title, kind and minutes may be known to HR; what it says lies encrypted and every look at it is recorded.

    `content` has the texts of a task in five languages (`prompt_en`, `model_answer_en` …) and its rubric under `lines`.
    Questions of one `family` may stand for one another in parallel forms.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=TaskKind)
    title = models.CharField(_("title"), max_length=200)
    family = models.SlugField(_("family"), max_length=60)
    minutes = models.PositiveSmallIntegerField(_("minutes"), validators=[MinValueValidator(5), MaxValueValidator(240)])
    competencies = ArrayField(models.SlugField(max_length=60), verbose_name=_("competencies"), default=list, blank=True)
    content = EncryptedJSONField(_("content"), default=dict, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="questions", verbose_name=_("written by"), editable=False
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("reviewed by"), editable=False
    )
    note = models.TextField(_("remark of the review"), blank=True)
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True, editable=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=QuestionState.values), name="question_state_known"),
            models.CheckConstraint(condition=Q(kind__in=TaskKind.values), name="question_kind_known"),
            models.CheckConstraint(condition=Q(minutes__range=(5, 240)), name="question_minutes"),
            models.CheckConstraint(condition=Q(reviewer=None) | ~Q(reviewer=F("author")), name="question_second_person"),
            models.CheckConstraint(
                condition=Q(state__in=[QuestionState.APPROVED, QuestionState.RETIRED], approved_at__isnull=False, reviewer__isnull=False)
                | Q(state__in=[QuestionState.DRAFTED, QuestionState.PROPOSED], approved_at=None),
                name="question_approved_stamp",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def max_marks(self) -> int:
        return sum(line["max"] for line in self.content.get("lines", []))

    @property
    def is_editable(self) -> bool:
        return self.state == QuestionState.DRAFTED


class Material(models.Model):
    """A file that a candidate reads with a question; it lies encrypted with the documents."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="materials", verbose_name=_("question"))
    document = models.OneToOneField(Document, models.PROTECT, related_name="+", verbose_name=_("file"))

    objects = MaterialQuerySet.as_manager()

    class Meta:
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.question_id}/{self.document_id}"
