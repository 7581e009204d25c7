"""Posts on HR's desk: written here in five languages, reviewed by a second person, published when nothing is missing."""

from collections.abc import Callable

from django import forms
from django.contrib import admin
from django.db import models
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline

from positions import actions
from positions.admin.languages import in_languages, language_fieldsets
from positions.conditions import languages_complete, missing
from positions.conditions.publication import LANGUAGES, OPTIONAL_TEXTS, REQUIRED_TEXTS
from positions.forms import AmendForm, PositionForm, ReviewForm, RuleForm
from positions.models import Department, EligibilityRule, Position, RequiredDocument
from positions.permissions import may_amend, may_close, may_edit, may_publish, may_review
from positions.states import PositionState as State
from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core import spoken_dates
from recruitment.core.admin import DeskAdmin
from recruitment.core.forms import DayField, MomentField
from recruitment.core.templatetags.portal import state_badge
from recruitment.core.verbs import Verb


def offered(*states: str, may: Callable) -> Callable:
    """A button that is there although something may be missing: pressing it tells what."""
    return lambda position, user: position.state in states and may(position, user)


class DraftInline(TranslationStackedInline):
    """Rows that are written while the post is a draft and only read afterwards."""

    extra = 0
    classes = ["collapse"]

    def _may_write(self, request, position) -> bool:
        return position is None or (position.state == State.DRAFTED and may_edit(position, request.user))

    def has_view_permission(self, request, obj=None):
        return True

    def has_add_permission(self, request, obj=None):
        return self._may_write(request, obj)

    def has_change_permission(self, request, obj=None):
        return self._may_write(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self._may_write(request, obj)


class EligibilityRuleInline(DraftInline):
    model = EligibilityRule
    form = RuleForm
    fields = ["order", "kind", "params", *in_languages("sentence")]


class RequiredDocumentInline(DraftInline):
    model = RequiredDocument
    fields = ["order", "kind", "required", *in_languages("sentence")]


@admin.register(Position)
class PositionAdmin(TimelineMixin, DeskAdmin, TranslationAdmin):
    """The posts of one's departments."""

    readers = (Role.PUBLICITY_OFFICER,)
    writers = (Role.HR_OFFICER,)
    form = PositionForm
    formfield_overrides = {
        models.DateTimeField: {
            "form_class": MomentField,
            "widget": forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        },
        models.DateField: {"form_class": DayField, "widget": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})},
    }
    inlines = [EligibilityRuleInline, RequiredDocumentInline]
    verbs = (
        Verb(
            "review",
            pgettext_lazy("secrecy", "Pass the secrecy review"),
            actions.review,
            ReviewForm,
            offered(State.DRAFTED, may=may_review),
        ),
        Verb("publish", pgettext_lazy("position", "Publish"), actions.publish, may=offered(State.DRAFTED, State.REVIEWED, may=may_publish)),
        Verb("amend", _("Take back to the draft"), actions.amend, AmendForm, offered(State.REVIEWED, may=may_amend)),
        Verb("close", pgettext_lazy("position", "Close"), actions.close, may=offered(State.PUBLISHED, may=may_close), warns=True),
    )
    list_display = ["reference", "title", "office", "badge", "languages", "headcount", "deadline"]
    list_filter = ["state", "kind", ("department", admin.RelatedOnlyFieldListFilter), "round"]
    list_select_related = ["department"]
    list_per_page = 50
    search_fields = ["reference", *in_languages("title")]
    readonly_fields = [
        *("reference", "still_missing", "author", "edited_by", "reviewed_by", "reviewed_at", "review_note"),
        *("published_by", "published_at", "closed_at"),
    ]

    def get_fieldsets(self, request, obj=None):
        dates = ["opens_at", "closes_at", "test_on", "interview_on"]
        pay = ["salary_mode", "salary_min", "salary_max", "salary_public", "term_months", "probation_months"]
        legal = ["engagement_type", "approval_document_no", "involves_state_secrets", "secrecy_declared_by"]
        post = ["kind", "department", "competency_model", "round", "headcount", "working_languages"]
        trace = ["author", "edited_by", "reviewed_by", "reviewed_at", "review_note", "published_by", "published_at", "closed_at"]
        return [
            *([] if obj is None else [(None, {"fields": ["reference", "state", "still_missing"]})]),
            (_("The post"), {"fields": post}),
            (_("Legal footing"), {"fields": legal}),
            (_("Salary and term"), {"fields": pay}),
            (_("Dates, Shanghai time"), {"fields": dates}),
            *language_fieldsets(*REQUIRED_TEXTS, *OPTIONAL_TEXTS),
            *([] if obj is None else [(_("Who did what"), {"fields": trace, "classes": ["collapse"]})]),
        ]

    def get_queryset(self, request):
        return super().get_queryset(request).on_desk_of(request.user)

    def has_change_permission(self, request, obj=None):
        """A post is written while it is a draft; afterwards it must be taken back first."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (obj is None or (obj.state == State.DRAFTED and may_edit(obj, request.user)))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "department" and (codes := request.user.department_codes(Role.HR_OFFICER)) is not None:
            kwargs["queryset"] = Department.objects.filter(code__in=codes)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        if change:
            actions.revise(obj, by=request.user)
        else:
            actions.plan(obj, by=request.user)

    def log_addition(self, request, obj, message):
        """The verb has left its footprint."""

    def log_change(self, request, obj, message):
        """The verb has left its footprint."""

    def view_on_site(self, obj):
        return obj.get_absolute_url()

    @admin.display(description=_("state"), ordering="state")
    def badge(self, position):
        return state_badge(position)

    @admin.display(description=_("department"), ordering="department__code")
    def office(self, position) -> str:
        return position.department.short_name or position.department.code

    @admin.display(description=_("application deadline"), ordering="closes_at")
    def deadline(self, position) -> str:
        return spoken_dates.day(position.closes_at)

    @admin.display(description=_("languages"))
    def languages(self, position) -> str:
        """Languages in which every required text is there, of all."""
        return f"{languages_complete(position)}/{len(LANGUAGES)}"

    @admin.display(description=_("Still missing"))
    def still_missing(self, position) -> str:
        sentences = missing(position) if position.state in (State.DRAFTED, State.REVIEWED) else []
        return render_to_string("admin/positions/_missing.html", {"sentences": sentences, "state": position.state})
