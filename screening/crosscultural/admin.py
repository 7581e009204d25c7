"""HR's desk for the interviews: booklets, boards of panels with their slots, and interviews under candidate numbers."""

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
from screening.assessors.queries import run_by
from screening.assessors.states import PanelKind
from screening.crosscultural import actions
from screening.crosscultural.forms import OfferForm
from screening.crosscultural.models import Booklet, Dimension, Interview, InterviewPanel, Question
from screening.crosscultural.permissions import may_conclude, may_invite, may_miss, may_offer, may_seal
from screening.crosscultural.states import BookletState, InterviewState


class BookletInline(TranslationStackedInline):
    """Parts of a booklet, written until it is sealed."""

    extra = 0
    classes = ["collapse"]

    def _may_write(self, request, booklet) -> bool:
        return booklet is None or (booklet.is_editable and may_seal(booklet, request.user))

    def has_view_permission(self, request, obj=None):
        return True

    has_add_permission = has_change_permission = has_delete_permission = lambda self, request, obj=None: self._may_write(request, obj)


class QuestionInline(BookletInline):
    """The questions, in their order."""

    model = Question
    fields = ["order", "key", "minutes", *in_languages("text"), *in_languages("probes")]


class DimensionInline(BookletInline):
    """What is rated, with its anchors."""

    model = Dimension
    texts = ("name", "description", "anchor_1", "anchor_3", "anchor_5")
    fields = ["order", "key", "weight", *(column for name in texts for column in in_languages(name))]


@admin.register(Booklet)
class BookletAdmin(TimelineMixin, DeskAdmin, TranslationAdmin):
    """Question booklets; once sealed they are only read, and every look is recorded."""

    writers = (Role.HR_OFFICER,)
    inlines = [QuestionInline, DimensionInline]
    list_display = ["title", "position", "badge", "sealed_at"]
    list_select_related = ["position"]
    readonly_fields = ["digest", "sealed_at"]
    verbs = (Verb("seal", _("Seal"), actions.seal, may=offered(BookletState.DRAFTED, may=may_seal), warns=True),)

    def get_fieldsets(self, request, obj=None):
        trace = ["digest", "sealed_at"]
        return [
            (None, {"fields": [*(["state"] if obj else []), "position", "minutes"]}),
            *language_fieldsets("title", "instructions"),
            *([(_("Who did what"), {"fields": trace, "classes": ["collapse"]})] if obj else []),
        ]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or (obj.is_editable and may_seal(obj, request.user)))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "position":
            kwargs["queryset"] = Position.objects.filter(run_by(request.user, ""))
            kwargs["required"] = request.user.department_codes(Role.HR_OFFICER) is not None
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def render_change_form(self, request, context, *args, **kwargs):
        booklet = kwargs.get("obj")
        if booklet is not None:
            with transaction.atomic():
                record("screening.booklet.read", booklet, by=request.user)
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=_("state"), ordering="state")
    def badge(self, booklet):
        return state_badge(booklet)


@admin.register(InterviewPanel)
class InterviewPanelAdmin(TimelineMixin, DeskAdmin):
    """The board of one panel: its slots, who comes when under a candidate number, and how many ratings are locked."""

    readers = (Role.HR_OFFICER,)
    change_form_template = "admin/crosscultural/panel.html"
    list_display = ["position", "number", "composed_at"]
    list_select_related = ["position"]
    search_fields = ["position__reference"]
    fields = ["position", "number"]
    verbs = (
        Verb("offer", _("Offer slots"), actions.offer, OfferForm, may_offer),
        Verb("invite", pgettext_lazy("interview", "Invite candidates"), actions.invite, may=may_invite),
        Verb("conclude", _("Establish results"), actions.conclude_ready, may=may_invite, warns=True),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).of_kind(PanelKind.INTERVIEW)

    def render_change_form(self, request, context, *args, **kwargs):
        panel = kwargs.get("obj")
        if panel is not None:
            context |= {"slots": panel.slots.with_progress(), "seats": panel.memberships.live().count()}
        return super().render_change_form(request, context, *args, **kwargs)


@admin.register(Interview)
class InterviewAdmin(TimelineMixin, DeskAdmin):
    """Interviews under candidate numbers; ratings and the file's number only once the result is established."""

    readers = (Role.HR_OFFICER,)
    change_form_template = "admin/crosscultural/interview.html"
    list_display = ["code", "badge", "slot", "score", "file"]
    list_filter = ["state"]
    list_select_related = ["application__position"]
    list_per_page = 50
    search_fields = ["code"]
    ordering = ["code"]
    verbs = (
        Verb(
            "conclude",
            _("Establish the result"),
            actions.conclude,
            may=offered(InterviewState.OPENED, may=may_conclude),
            bulk=True,
            warns=True,
        ),
        Verb("miss", _("Record as not attended"), actions.miss, may=offered(InterviewState.OPENED, may=may_miss), warns=True),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).with_booking()

    def get_fields(self, request, obj=None):
        result = ["score", "concluded_at", "file"] if obj and obj.state != InterviewState.OPENED else []
        return ["code", "state", "booklet", "invited_at", "slot", *result]

    @admin.display(description=_("state"), ordering="state")
    def badge(self, interview):
        return state_badge(interview)

    @admin.display(description=_("interview slot"))
    def slot(self, interview) -> str:
        return str(interview.live[0].slot) if interview.live else "–"

    @admin.display(description=_("application number"))
    def file(self, interview) -> str:
        return interview.application.reference if interview.state != InterviewState.OPENED else "–"

    def render_change_form(self, request, context, *args, **kwargs):
        interview = kwargs.get("obj")
        if interview is not None and interview.state == InterviewState.CONCLUDED:
            with transaction.atomic():
                record("screening.interview.read", interview, by=request.user)
            context["sheets"] = interview.sheets.select_related("membership__assessor").prefetch_related("ratings__dimension")
        return super().render_change_form(request, context, *args, **kwargs)
