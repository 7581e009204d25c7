"""The office's side: the register of bodies, mandates, questions to answer, and the board of stages."""

from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin

from positions.admin.languages import language_fieldsets
from positions.admin.posts import offered
from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin, RoleAdmin
from recruitment.core.templatetags.portal import state_badge
from recruitment.core.verbs import Verb
from screening.oversight import actions
from screening.oversight.forms import AnswerForm, BodyForm, EndForm, ExplainForm, GrantForm
from screening.oversight.models import Attestation, Body, Mandate, Question
from screening.oversight.permissions import may_answer, may_close, may_end
from screening.oversight.queries import obstacles
from screening.oversight.states import MandateState
from screening.stages import actions as stages
from screening.stages.models import Stage
from screening.stages.states import StageState


@admin.register(Body)
class BodyAdmin(RoleAdmin, TranslationAdmin):
    """Institutions outside the office; the security administrator keeps them, HR reads them."""

    readers = (Role.HR_OFFICER, Role.AUDIT_ADMINISTRATOR)
    writers = (Role.SECURITY_ADMINISTRATOR,)
    list_display = ["name", "kind", "country", "contact", "is_active"]
    list_filter = ["kind", "is_active"]
    form = BodyForm
    fieldsets = [(None, {"fields": ["kind", "country", "contact", "is_active"]}), *language_fieldsets("name")]


@admin.register(Mandate)
class MandateAdmin(TimelineMixin, DeskAdmin):
    """Who is sent by which body, until when, and who granted it."""

    readers = (Role.SECURITY_ADMINISTRATOR, Role.AUDIT_ADMINISTRATOR)
    list_display = ["person", "body", "since", "until", "lifts_stops", "badge"]
    list_filter = ["lifts_stops"]
    list_select_related = ["person", "body"]
    form = GrantForm
    verbs = (
        Verb(
            "end",
            _("End the mandate"),
            actions.end,
            EndForm,
            lambda row, user: row.standing != MandateState.OVER and may_end(row, user),
            warns=True,
        ),
    )

    def has_add_permission(self, request):
        return request.user.has_role(Role.SECURITY_ADMINISTRATOR)

    def has_change_permission(self, request, obj=None):
        return False

    def get_fields(self, request, obj=None):
        if obj is None:
            return ["body", "person", "until_on", "lifts_stops", "reason"]
        return ["body", "person", "badge", "since", "until", "lifts_stops", "reason", "granted_by", "granted_at", "ended_by", "ended_at"]

    def get_readonly_fields(self, request, obj=None):
        return self.get_fields(request, obj) if obj else []

    def save_model(self, request, obj, form, change):
        answers = {name: form.cleaned_data[name] for name in ("person", "lifts_stops", "reason")}
        made = actions.grant(obj.body, until=form.until(), by=request.user, **answers)
        obj.__dict__.update(made.__dict__)

    def log_addition(self, request, obj, message):
        """The verb has left its own footprint."""

    @admin.display(description=_("state"))
    def badge(self, mandate):
        return state_badge(mandate.standing, of="oversight.mandate")


class ReadOnlyDesk(TimelineMixin, DeskAdmin):
    """Rows that only verbs move."""

    readers: tuple = (Role.HR_OFFICER,)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description=_("state"))
    def badge(self, row):
        return state_badge(row)


@admin.register(Question)
class QuestionAdmin(ReadOnlyDesk):
    """Questions about posts of the reader's departments; the nearest day first."""

    list_display = ["stage", "asked_by", "asked_at", "due_on", "badge"]
    list_select_related = ["stage__position", "asked_by"]
    ordering = ["-answered_at", "due_on"]
    fields = ["stage", "text", "asked_by", "asked_at", "due_on", "badge", "escalated_at", "answer", "answered_by", "answered_at"]
    readonly_fields = fields
    verbs = (Verb("answer", _("Answer"), actions.answer, AnswerForm, lambda row, user: row.answered_at is None and may_answer(row, user)),)

    def confirm_rows(self, verb, row):
        return [(_("Question"), row.text)]

    @admin.display(description=_("state"))
    def badge(self, question):
        return state_badge(question.standing, of="oversight.question")


@admin.register(Attestation)
class AttestationAdmin(ReadOnlyDesk):
    """What bodies said of stages of the reader's departments."""

    list_display = ["stage", "body", "person", "attested_at"]
    list_select_related = ["stage__position", "body", "person"]
    fields = ["stage", "body", "person", "text", "attested_at"]
    readonly_fields = fields


def _is_explainable(stage: Stage, user) -> bool:
    return stage.state != StageState.CLOSED and stage.has_red and may_close(stage, user)


@admin.register(Stage)
class StageAdmin(ReadOnlyDesk):
    """The stages of the reader's posts: how each stands, and what is in the way of closing it."""

    list_display = ["__str__", "badge", "quality_at", "closed_at"]
    list_display_links = ["__str__"]
    list_filter = ["state", "gate"]
    list_select_related = ["position"]
    search_fields = ["position__reference"]
    fields = ["position", "gate", "badge", "missing", "quality_at", "quality_digest", "red_items", "red_reason", "closed_by", "closed_at"]
    readonly_fields = fields
    verbs = (
        Verb("close", _("Close the stage"), actions.close, may=offered(StageState.OPEN, may=may_close), warns=True),
        Verb("explain", _("Explain a red item"), stages.explain, ExplainForm, _is_explainable),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).in_order()

    @admin.display(description=_("in the way of closing"))
    def missing(self, stage):
        said = [] if stage.state == StageState.CLOSED else obstacles(stage)
        return format_html_join("", "<p>{}</p>", ((sentence,) for sentence in said)) or "–"

    @admin.display(description=_("red items"))
    def red_items(self, stage):
        return ", ".join(stage.reds) or "–"
