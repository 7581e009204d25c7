"""Posts on HR's desk: written here in five languages, reviewed by a second person, published when nothing is missing."""

from collections.abc import Callable

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.db import models
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import translate_url
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modeltranslation.admin import TranslationAdmin
from modeltranslation.utils import build_localized_fieldname as localized

from positions import actions, table
from positions.admin.correcting import ChooseForm, CorrectForm, ExtendForm, RefuseForm
from positions.admin.correcting_rows import CorrectRowForm, choices_of
from positions.admin.editor import editor_words
from positions.admin.languages import in_languages, language_fieldsets
from positions.admin.requirements import EligibilityRuleInline, RequiredDocumentInline
from positions.conditions import asked, languages_complete, missing
from positions.conditions.material import CORRECTABLE
from positions.conditions.publication import LANGUAGES, OPTIONAL_TEXTS, REQUIRED_TEXTS
from positions.forms import AmendForm, PositionForm, ReviewForm
from positions.models import RICH_TEXTS, Department, Position
from positions.permissions import may_amend, may_close, may_correct, may_edit, may_plan, may_publish, may_refuse, may_review
from positions.states import PositionState as State
from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core import spoken_dates
from recruitment.core.admin import DeskAdmin
from recruitment.core.forms import DayField, MomentField
from recruitment.core.templatetags.portal import state_badge
from recruitment.core.verbs import Verb

EDITED = {localized(name, code): (name, code) for name in RICH_TEXTS for code in LANGUAGES}


def offered(*states: str, may: Callable) -> Callable:
    """A button that is there although something may be missing: pressing it tells what."""
    return lambda position, user: position.state in states and may(position, user)


def may_copy(position, user) -> bool:
    return may_plan(user, position.department)


@admin.register(Position)
class PositionAdmin(TimelineMixin, DeskAdmin, TranslationAdmin):
    """The posts of one's departments."""

    class Media:
        css = {"all": ["portal/planning.css"]}
        js = ["portal/editor.js"]

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
        Verb(
            "refuse", pgettext_lazy("secrecy", "Refuse"), actions.refuse, RefuseForm, offered(State.DRAFTED, State.REVIEWED, may=may_refuse)
        ),
        Verb("publish", pgettext_lazy("position", "Publish"), actions.publish, may=offered(State.DRAFTED, State.REVIEWED, may=may_publish)),
        Verb("amend", _("Take back to the draft"), actions.amend, AmendForm, offered(State.REVIEWED, may=may_amend)),
        Verb(
            "correct",
            _("Propose a correction"),
            actions.correct,
            ChooseForm,
            offered(State.PUBLISHED, State.CLOSED, may=may_correct),
        ),
        Verb("extend", _("Propose a later deadline"), actions.extend, ExtendForm, offered(State.PUBLISHED, may=may_correct)),
        Verb("copy", pgettext_lazy("verb", "Copy to a new draft"), actions.copy, may=may_copy),
        Verb("close", pgettext_lazy("position", "Close"), actions.close, may=offered(State.PUBLISHED, may=may_close), warns=True),
    )
    list_display = ["reference", "title", "office", "badge", "languages", "headcount", "deadline"]
    list_filter = ["state", "kind", ("department", admin.RelatedOnlyFieldListFilter), "round"]
    list_select_related = ["department"]
    list_per_page = 50
    search_fields = ["reference", *in_languages("title")]
    readonly_fields = [
        *(
            "reference",
            "still_missing",
            "preview",
            "translations",
            "refusals",
            "corrections",
            "author",
            "edited_by",
            "reviewed_by",
            "reviewed_at",
            "review_note",
        ),
        *("published_by", "published_at", "closed_at"),
    ]

    def get_fieldsets(self, request, obj=None):
        dates = ["opens_at", "closes_at", "test_on", "interview_on"]
        pay = ["salary_mode", "salary_min", "salary_max", "salary_public", "term_months", "probation_months"]
        legal = ["engagement_type", "approval_document_no", "involves_state_secrets", "secrecy_declared_by"]
        post = ["kind", "department", "competency_model", "round", "headcount", "working_languages"]
        trace = ["author", "edited_by", "reviewed_by", "reviewed_at", "review_note", "published_by", "published_at", "closed_at"]
        return [
            *([] if obj is None else [(None, {"fields": ["reference", "state", "still_missing", "preview", *self._after(obj)]})]),
            (_("The post"), {"fields": post}),
            (_("Legal footing"), {"fields": legal}),
            (_("Salary and term"), {"fields": pay}),
            (_("Dates, Shanghai time"), {"fields": dates}),
            *language_fieldsets(*REQUIRED_TEXTS, *OPTIONAL_TEXTS),
            *([] if obj is None else [(_("Translations"), {"fields": ["translations"], "classes": ["collapse"]})]),
            *([] if obj is None else [(_("Who did what"), {"fields": trace, "classes": ["collapse"]})]),
        ]

    def _after(self, position) -> list[str]:
        """What has become of the post since it was written."""
        return ["corrections"] if position.is_public else ["refusals"]

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

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Long texts get a small editor where there is JavaScript, and stay plain boxes where there is none."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name in EDITED:
            field.widget.attrs["data-portal-editor"] = editor_words(*EDITED[db_field.name])
        return field

    def verb_form(self, verb, row, request):
        """A correction asks first for the part, then for its new words; both need the post as it stands."""
        told = (request.POST,) if request.method == "POST" else ()
        if verb.name == "correct":
            field = request.GET.get("field", "")
            if asked.is_row(field) and field in asked.names(row):
                return CorrectRowForm(*told, row=row, field=field)
            return CorrectForm(*told, row=row, field=field) if field in CORRECTABLE else ChooseForm(*told, rows=choices_of(row))
        return ExtendForm(*told, row=row) if verb.name == "extend" else super().verb_form(verb, row, request)

    def _perform(self, request, verb, row, form):
        if isinstance(form, ChooseForm):
            return redirect(f"{request.path}?field={form.cleaned_data['field']}")
        if verb.name == "copy":
            draft = actions.copy(row, by=request.user)
            messages.success(
                request, _("A new draft was written: %(reference)s. Enter its dates and its approval.") % {"reference": draft.reference}
            )
            return redirect(self.after_verb(draft))
        return super()._perform(request, verb, row, form)

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

    @admin.display(description=_("Preview, as the public sees it"))
    def preview(self, position) -> str:
        here = position.get_absolute_url()
        pages = [(code, name, translate_url(here, code)) for code, name in settings.LANGUAGES]
        return render_to_string("admin/positions/_preview.html", {"pages": pages})

    @admin.display(description=_("Texts in every language"))
    def translations(self, position) -> str:
        return render_to_string("admin/positions/_progress.html", {"progress": table.progress(position)})

    @admin.display(description=_("Refusals"))
    def refusals(self, position) -> str:
        return render_to_string("admin/positions/_history.html", {"refusals": position.refusals.select_related("by")})

    @admin.display(description=_("Corrections"))
    def corrections(self, position) -> str:
        rows = position.corrections.select_related("position")
        return render_to_string("admin/positions/_corrections.html", {"corrections": rows})
