"""The post to be filled."""

import datetime
import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.lifecycle import Lifecycle
from positions.models.competencies import CompetencyModel
from positions.models.departments import Department
from positions.models.rounds import Round
from positions.queries import CLOSING_SOON, PositionQuerySet
from positions.states import PUBLIC_STATES, Call, EngagementType, PositionKind, PositionState, SalaryMode, WorkingLanguage
from recruitment.core import richtext

# These may hold paragraphs, lists and links; the others are plain.
RICH_TEXTS = ("duties", "description", "benefits", "selection_note", "promotion_track")
REVIEWED_STATES = (PositionState.REVIEWED, *PUBLIC_STATES)


class Position(Lifecycle):
    """A post to be filled: what it is, on which legal footing it stands, who may apply and until when."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(_("position code"), max_length=20, unique=True, editable=False)
    kind = models.CharField(_("kind of post"), max_length=40, choices=PositionKind)
    department = models.ForeignKey(Department, models.PROTECT, related_name="positions", verbose_name=_("department"))
    competency_model = models.ForeignKey(CompetencyModel, models.PROTECT, related_name="positions", verbose_name=_("competency model"))
    round = models.ForeignKey(Round, models.PROTECT, related_name="positions", verbose_name=_("recruitment round"))
    headcount = models.PositiveSmallIntegerField(
        _("number of vacancies"), default=1, validators=[MinValueValidator(1), MaxValueValidator(500)]
    )
    working_languages = ArrayField(
        models.CharField(max_length=10, choices=WorkingLanguage), default=list, blank=True, verbose_name=_("working languages")
    )

    title = models.CharField(_("title"), max_length=200)
    summary = models.CharField(_("summary"), max_length=500, blank=True)
    duties = models.TextField(_("duties"), blank=True, help_text=_("One duty a line, or a list."))
    description = models.TextField(_("description"), blank=True)
    benefits = models.TextField(_("benefits"), blank=True)
    selection_note = models.TextField(_("note on the selection"), blank=True)
    promotion_track = models.TextField(_("promotion"), blank=True)
    place = models.CharField(_("place of work"), max_length=200, blank=True)

    engagement_type = models.CharField(_("type of engagement"), max_length=30, choices=EngagementType, blank=True)
    legal_basis = models.TextField(_("legal basis"), blank=True)
    approving_authority = models.CharField(_("approving authority"), max_length=200, blank=True)
    approval_document_no = models.CharField(_("number of the approval"), max_length=100, blank=True)
    involves_state_secrets = models.BooleanField(
        _("involves state secrets"),
        null=True,
        blank=True,
        help_text=_("Posts that involve state secrets cannot be filled by contract (Civil Servants Law, Article 100)."),
    )
    secrecy_declared_by = models.CharField(
        _("secrecy declared by"), max_length=150, blank=True, help_text=_("Who answered the question above, and for which body.")
    )

    salary_mode = models.CharField(_("salary system"), max_length=30, choices=SalaryMode, blank=True)
    salary_min = models.PositiveIntegerField(_("salary from, CNY a year"), null=True, blank=True)
    salary_max = models.PositiveIntegerField(_("salary to, CNY a year"), null=True, blank=True)
    salary_public = models.BooleanField(_("the salary is public"), default=False)
    term_months = models.PositiveSmallIntegerField(_("term of appointment, months"), default=36)
    probation_months = models.PositiveSmallIntegerField(_("probation, months"), default=6)

    opens_at = models.DateTimeField(_("applications open"), null=True, blank=True)
    closes_at = models.DateTimeField(_("application deadline"), null=True, blank=True)
    test_on = models.DateField(_("day of the competence test"), null=True, blank=True)
    interview_on = models.DateField(_("first day of interviews"), null=True, blank=True)

    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"), editable=False)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("last edited by"), null=True, blank=True, editable=False
    )
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("secrecy review by"),
        null=True,
        blank=True,
        editable=False,
    )
    reviewed_at = models.DateTimeField(_("secrecy review"), null=True, blank=True, editable=False)
    review_note = models.TextField(_("note of the secrecy review"), blank=True, editable=False)
    reviewed_digest = models.CharField(max_length=64, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("published by"), null=True, blank=True, editable=False
    )
    published_at = models.DateTimeField(pgettext_lazy("stamp", "published"), null=True, blank=True, editable=False)
    closed_at = models.DateTimeField(pgettext_lazy("stamp", "closed"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(pgettext_lazy("stamp", "written"), default=timezone.now, editable=False)

    search_text = models.TextField(blank=True, editable=False)
    search_vector = models.GeneratedField(
        expression=SearchVector("search_text", config="simple"), output_field=SearchVectorField(), db_persist=True
    )

    objects = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["-reference"]
        indexes = [
            GinIndex("search_vector", name="position_search"),
            models.Index("closes_at", "reference", condition=Q(state=PositionState.PUBLISHED), name="position_open"),
            models.Index(fields=["state", "-closes_at", "reference"], name="position_public"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(state__in=PositionState.values), name="position_state_known"),
            models.CheckConstraint(
                condition=Q(headcount__gte=1), name="position_headcount", violation_error_message=_("A post has at least one vacancy.")
            ),
            models.CheckConstraint(
                condition=Q(term_months__range=(12, 60)),
                name="position_term",
                violation_error_message=_(
                    "A contract runs for one to five years: enter 12 to 60 months (Civil Servants Law, Article 103)."
                ),
            ),
            models.CheckConstraint(
                condition=Q(probation_months__range=(0, 12), probation_months__lt=F("term_months")),
                name="position_probation",
                violation_error_message=_(
                    "Probation is none, or one to twelve months, and shorter than the term (Civil Servants Law, Article 103)."
                ),
            ),
            models.CheckConstraint(
                condition=Q(salary_min__isnull=True) | Q(salary_max__isnull=True) | Q(salary_min__lte=F("salary_max")),
                name="position_salary",
                violation_error_message=_("The lower salary must not be above the higher one."),
            ),
            models.CheckConstraint(
                condition=Q(opens_at__isnull=True) | Q(closes_at__isnull=True) | Q(opens_at__lt=F("closes_at")),
                name="position_window",
                violation_error_message=_("Applications must open before the deadline."),
            ),
            # Civil Servants Law Art. 100 para 2: posts involving state secrets may not be contract-appointed.
            models.CheckConstraint(
                condition=~Q(engagement_type=EngagementType.APPOINTED_CONTRACT)
                | ~Q(state__in=PUBLIC_STATES)
                | Q(involves_state_secrets=False),
                name="position_contract_without_secrets",
                violation_error_message=_(
                    "A post that involves state secrets cannot be filled by contract (Civil Servants Law, Article 100)."
                ),
            ),
            # Of the texts, the Chinese one prevails and must be there.
            models.CheckConstraint(
                condition=~Q(state__in=PUBLIC_STATES)
                | (
                    Q(involves_state_secrets__isnull=False, opens_at__isnull=False, closes_at__isnull=False)
                    & Q(approving_authority_zh_hans__isnull=False, legal_basis_zh_hans__isnull=False)
                    & ~(Q(engagement_type="") | Q(approval_document_no="") | Q(approving_authority_zh_hans="") | Q(legal_basis_zh_hans=""))
                ),
                name="position_public_is_complete",
            ),
            models.CheckConstraint(
                condition=Q(state__in=REVIEWED_STATES, reviewed_at__isnull=False, reviewed_by__isnull=False)
                | Q(~Q(state__in=REVIEWED_STATES), reviewed_at__isnull=True, reviewed_by__isnull=True),
                name="position_reviewed_stamp",
            ),
            models.CheckConstraint(
                condition=Q(state__in=PUBLIC_STATES, published_at__isnull=False, published_by__isnull=False)
                | Q(~Q(state__in=PUBLIC_STATES), published_at__isnull=True, published_by__isnull=True),
                name="position_published_stamp",
            ),
            models.CheckConstraint(
                condition=Q(state=PositionState.CLOSED, closed_at__isnull=False)
                | Q(~Q(state=PositionState.CLOSED), closed_at__isnull=True),
                name="position_closed_stamp",
            ),
            # Secrecy Law Art. 35: reviewed before it is published, by a second person.
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=F("author")),
                name="position_second_person",
                violation_error_message=_("The secrecy review is done by somebody else than the author."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def is_public(self) -> bool:
        return self.state in PUBLIC_STATES

    def is_open_at(self, moment: datetime.datetime) -> bool:
        """Whether applications are taken at that moment."""
        return self.state == PositionState.PUBLISHED and self.opens_at <= moment < self.closes_at

    @property
    def is_open(self) -> bool:
        return self.is_open_at(timezone.now())

    @property
    def call(self) -> Call:
        """What the public sees: not open yet, open, closed."""
        return Call.at(timezone.now(), state=self.state, opens_at=self.opens_at, closes_at=self.closes_at)

    @property
    def days_left(self) -> int:
        """Days to the deadline by Shanghai's calendar: 0 on the last day."""
        return (timezone.localdate(self.closes_at) - timezone.localdate()).days

    @property
    def is_closing_soon(self) -> bool:
        return self.call == Call.OPEN and self.closes_at - timezone.now() <= CLOSING_SOON

    @property
    def duty_lines(self) -> list[str]:
        return [line.strip() for line in richtext.plain(self.duties).splitlines() if line.strip()]

    @property
    def paragraphs(self) -> list[str]:
        """The description, a paragraph a line."""
        return [line.strip() for line in richtext.plain(self.description).splitlines() if line.strip()]

    @property
    def working_language_names(self) -> list:
        names = dict(WorkingLanguage.choices)
        return [names.get(code, code) for code in self.working_languages]

    def letter_context(self) -> dict:
        """What letters say about a post; asked under the recipient's language."""
        return {"reference": self.reference, "position_title": self.title}

    def get_absolute_url(self) -> str:
        return reverse("positions:detail", args=[self.reference])
