"""The merit list and its lines; nothing in it is written twice."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from positions.models import Position
from screening.applications.models import Application
from screening.merit.lifecycle import Lifecycle
from screening.merit.queries import MeritListQuerySet
from screening.merit.states import Decision, ListState, TieBreak


class MeritList(Lifecycle):
    """The order of those who passed every stage so far, for one post, with the weights that the round had fixed."""

    position = models.ForeignKey(Position, models.PROTECT, related_name="merit_lists", verbose_name=_("position"))
    competence_weight = models.PositiveSmallIntegerField(_("weight of the competence test, %"))
    crosscultural_weight = models.PositiveSmallIntegerField(_("weight of the cross-cultural assessment, %"))
    headcount = models.PositiveSmallIntegerField(_("number of vacancies"))
    benchmark = models.DecimalField(_("average that an only candidate must reach"), max_digits=5, decimal_places=2, null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("drawn up by"))
    made_at = models.DateTimeField(_("drawn up"), default=timezone.now)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("closed by")
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    reserve_until = models.DateField(_("reserve list valid until"), null=True, blank=True)

    objects = MeritListQuerySet.as_manager()

    class Meta:
        verbose_name = _("merit list")
        verbose_name_plural = _("merit lists")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["position"],
                condition=~Q(state=ListState.DISCARDED),
                name="merit_list_once",
                violation_error_message=_("This post already has a merit list."),
            ),
            models.CheckConstraint(condition=Q(state__in=ListState.values), name="merit_list_state_known"),
            models.CheckConstraint(condition=Q(competence_weight=100 - F("crosscultural_weight")), name="merit_list_weights"),
            models.CheckConstraint(
                condition=Q(closed_by=None) | ~Q(closed_by=F("made_by")),
                name="merit_list_four_eyes",
                violation_error_message=_("Whoever drew the list up does not close it."),
            ),
            models.CheckConstraint(
                condition=Q(state=ListState.CLOSED, closed_by__isnull=False, closed_at__isnull=False, reserve_until__isnull=False)
                | (~Q(state=ListState.CLOSED) & Q(closed_by=None, closed_at=None, reserve_until=None)),
                name="merit_list_closed_stamp",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position.reference} · {timezone.localdate(self.made_at)}"


class MeritLine(models.Model):
    """One candidate's place: the two scores, what they make together, the rank, and what follows."""

    merit_list = models.ForeignKey(MeritList, models.CASCADE, related_name="lines", verbose_name=_("merit list"))
    application = models.ForeignKey(Application, models.PROTECT, related_name="merit_lines", verbose_name=_("application"))
    competence_score = models.DecimalField(_("competence test score"), max_digits=5, decimal_places=2)
    crosscultural_score = models.DecimalField(_("interview score"), max_digits=5, decimal_places=2)
    composite = models.DecimalField(_("overall score"), max_digits=5, decimal_places=2)
    rank = models.PositiveIntegerField(_("rank"))
    decision = models.CharField(_("decision"), max_length=10, choices=Decision)
    tie_break = models.CharField(_("tie-break"), max_length=15, choices=TieBreak, blank=True)
    promoted_at = models.DateTimeField(_("moved up"), null=True, blank=True)

    class Meta:
        verbose_name = _("line of a merit list")
        verbose_name_plural = _("lines of a merit list")
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["merit_list", "application"], name="merit_line_once"),
            models.UniqueConstraint(fields=["merit_list", "rank"], name="merit_line_rank_once"),
            models.CheckConstraint(condition=Q(rank__gte=1), name="merit_line_rank"),
            models.CheckConstraint(condition=Q(decision__in=Decision.values), name="merit_line_decision_known"),
            models.CheckConstraint(condition=Q(promoted_at=None) | Q(decision=Decision.RESERVE), name="merit_line_promoted"),
        ]

    def __str__(self) -> str:
        return str(self.rank)
