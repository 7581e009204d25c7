"""HR's desk for the test: papers with their tasks, and the board of sittings under candidate numbers."""

from django.contrib import admin
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline

from positions.admin.languages import in_languages, language_fieldsets
from positions.admin.posts import offered
from positions.models import Position
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin
from recruitment.core.templatetags.portal import state_badge
from recruitment.core.verbs import Verb
from recruitment.policy.queries import value
from screening.assessors.queries import run_by
from screening.competence import actions, scoring
from screening.competence.forms import ComposeForm, ExtendForm, KeyForm, PaperForm
from screening.competence.models import Paper, RubricLine, Sitting, Task
from screening.competence.permissions import may_assign, may_close, may_conclude, may_extend, may_invite, may_open, may_prepare, may_seal
from screening.competence.queries import uncovered
from screening.competence.states import MarkingState, PaperState, SittingState

AFTER_SEALING = (PaperState.SEALED, PaperState.OPENED, PaperState.CLOSED)
LIVE = (SittingState.INVITED, SittingState.STARTED)
OVER = (SittingState.HANDED_IN, SittingState.MISSED)


class TaskInline(TranslationStackedInline):
    """The tasks of a paper; their rubric stands on a page of its own."""

    model = Task
    extra = 0
    show_change_link = True
    classes = ["collapse"]
    fields = ["form", "order", "kind", "max_marks", *in_languages("title"), *in_languages("prompt"), *in_languages("model_answer")]

    def _may_write(self, request, paper) -> bool:
        return paper is None or (paper.is_editable and may_prepare(paper, request.user))

    def has_view_permission(self, request, obj=None):
        return True

    has_add_permission = has_change_permission = has_delete_permission = lambda self, request, obj=None: self._may_write(request, obj)


class RubricLineInline(TaskInline):
    """What is marked in a task."""

    model = RubricLine
    show_change_link = False
    fields = [
        "order",
        "key",
        "max",
        *(column for name in ("name", "anchor_low", "anchor_mid", "anchor_high") for column in in_languages(name)),
    ]

    def _may_write(self, request, task) -> bool:
        return task is None or super()._may_write(request, task.paper)


@admin.register(Paper)
class PaperAdmin(TimelineMixin, DeskAdmin, TranslationAdmin):
    """Papers of the reader's departments; once sealed they are only read, and every look is recorded."""

    writers = (Role.HR_OFFICER,)
    form = PaperForm
    inlines = [TaskInline]
    change_form_template = "admin/competence/paper.html"
    list_display = ["reference", "title", "position", "badge", "opens_at", "closes_at"]
    list_filter = ["state"]
    list_select_related = ["position"]
    search_fields = ["reference", "position__reference"]
    readonly_fields = ["author", "digest", "sealed_at", "opened_at", "closed_at"]
    verbs = (
        Verb("compose", _("Add questions of the bank"), actions.compose, ComposeForm, offered(PaperState.DRAFTED, may=may_prepare)),
        Verb("seal", _("Seal"), actions.seal, may=offered(PaperState.DRAFTED, may=may_seal), warns=True),
        Verb("invite", _("Invite candidates"), actions.invite, may=offered(PaperState.SEALED, PaperState.OPENED, may=may_invite)),
        Verb("open", pgettext_lazy("paper", "Turn my key"), actions.open, KeyForm, offered(PaperState.SEALED, may=may_open)),
        Verb("close", pgettext_lazy("paper", "Close the paper"), actions.close, may=offered(PaperState.OPENED, may=may_close)),
        Verb("assign", _("Give scripts to markers"), actions.assign, may=offered(*AFTER_SEALING, may=may_assign)),
        Verb("conclude", _("Establish results"), actions.conclude_ready, may=offered(*AFTER_SEALING, may=may_prepare), warns=True),
    )

    def get_fieldsets(self, request, obj=None):
        trace = ["author", "digest", "sealed_at", "opened_at", "closed_at"]
        return [
            (None, {"fields": [*(["state"] if obj else []), "reference", "position", "minutes", "opens_at", "closes_at"]}),
            *language_fieldsets("title", "instructions"),
            *([(_("Who did what"), {"fields": trace, "classes": ["collapse"]})] if obj else []),
        ]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or (obj.is_editable and may_prepare(obj, request.user)))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "position":
            kwargs["queryset"] = Position.objects.filter(run_by(request.user, ""))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        if not change:
            obj.author = request.user
        super().save_model(request, obj, form, change)

    def render_change_form(self, request, context, *args, **kwargs):
        paper = kwargs.get("obj")
        if paper is not None:
            with transaction.atomic():
                record("screening.paper.read", paper, by=request.user)
            turns = paper.turns.select_related("holder")
            context |= {
                "sittings": paper.sittings.counted_by_state(),
                "progress": progress(paper),
                "turns": turns,
                "uncovered": uncovered(paper),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=_("state"), ordering="state")
    def badge(self, paper):
        return state_badge(paper)


def progress(paper: Paper) -> dict[str, int]:
    """How far the marking is: scripts, those that lack markers, those after a wide gap, those that are ready."""
    max_gap, found = value("marking.max_gap"), {"scripts": 0, "unassigned": 0, "third": 0, "ready": 0}
    for sitting in paper.sittings.to_mark().with_counting():
        totals = [marking.total for marking in sitting.counting if marking.state == MarkingState.LOCKED]
        needed = scoring.markers_needed(totals, max_gap)
        found["scripts"] += 1
        found["unassigned"] += needed > len(sitting.counting)
        found["third"] += needed > scoring.MARKERS
        found["ready"] += scoring.settled(totals, max_gap) is not None
    return found


@admin.register(Task)
class TaskAdmin(DeskAdmin, TranslationAdmin):
    """One task with its rubric, reached from its paper."""

    readers = (Role.HR_OFFICER,)
    inlines = [RubricLineInline]
    list_display = ["paper", "form", "order", "title", "max_marks"]
    list_select_related = ["paper"]
    fields = ["paper", "form", "order", "kind", "max_marks", *in_languages("title"), *in_languages("prompt"), *in_languages("model_answer")]
    readonly_fields = ["paper"]

    def has_change_permission(self, request, obj=None):
        return self.has_view_permission(request) and (obj is None or (obj.paper.is_editable and may_prepare(obj.paper, request.user)))

    def has_add_permission(self, request):
        return False


@admin.register(Sitting)
class SittingAdmin(TimelineMixin, DeskAdmin):
    """The board: candidate numbers and progress; marks and the file's number only once the result is established."""

    readers = (Role.HR_OFFICER,)
    change_form_template = "admin/competence/sitting.html"
    list_display = ["code", "paper", "badge", "marking", "score", "file"]
    list_filter = ["state", ("paper", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["paper__position", "application"]
    list_per_page = 50
    search_fields = ["code"]
    ordering = ["code"]
    verbs = (
        Verb("extend", _("Give additional time"), actions.extend, ExtendForm, offered(*LIVE, may=may_extend)),
        Verb("conclude", _("Establish the result"), actions.conclude, may=offered(*OVER, may=may_conclude), bulk=True, warns=True),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).with_counting()

    def get_fields(self, request, obj=None):
        clock = ["invited_at", "identified_at", "started_at", "ends_at", "extra_minutes", "submitted_at", "receipt"]
        result = ["score", "concluded_at", "file"] if obj and obj.state == SittingState.CONCLUDED else []
        return ["code", "paper", "form", "state", *clock, *result]

    @admin.display(description=_("state"), ordering="state")
    def badge(self, sitting):
        return state_badge(sitting)

    @admin.display(description=_("markings locked"))
    def marking(self, sitting) -> str:
        locked = sum(marking.state == MarkingState.LOCKED for marking in sitting.counting)
        return f"{locked} / {len(sitting.counting)}"

    @admin.display(description=_("application number"))
    def file(self, sitting) -> str:
        return sitting.application.reference if sitting.state == SittingState.CONCLUDED else "–"

    def render_change_form(self, request, context, *args, **kwargs):
        sitting = kwargs.get("obj")
        if sitting is not None and sitting.state == SittingState.CONCLUDED:
            with transaction.atomic():
                record("screening.sitting.read", sitting, by=request.user)
            context |= {"moderations": sitting.moderations.all(), "follow_ups": sitting.follow_ups.all()}
            context["sheets"] = sitting.markings.select_related("marker").prefetch_related("marks__line").order_by("ordinal")
        return super().render_change_form(request, context, *args, **kwargs)
