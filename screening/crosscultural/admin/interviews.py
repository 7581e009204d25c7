"""HR's desk for the interviews: boards of panels with their slots, interviews under candidate numbers, recordings."""

from django.contrib import admin
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.admin.posts import offered
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin
from recruitment.core.templatetags.portal import state_badge
from recruitment.core.verbs import Verb
from screening.assessors.states import PanelKind
from screening.crosscultural import actions
from screening.crosscultural.forms import ExtendForm, OfferForm, RecordingForm, ResultForm
from screening.crosscultural.models import Interview, InterviewPanel, Recording
from screening.crosscultural.permissions import (
    may_add_result,
    may_conclude,
    may_destroy,
    may_extend,
    may_invite,
    may_miss,
    may_offer,
    may_register,
)
from screening.crosscultural.states import InterviewState


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
        Verb("extend", _("Give additional time"), actions.extend, ExtendForm, offered(InterviewState.OPENED, may=may_extend)),
        Verb("register", _("Enter a recording"), actions.register, RecordingForm, may_register),
        Verb("add_result", _("Enter the result of a licensed instrument"), actions.add_result, ResultForm, may_add_result),
        Verb("miss", _("Record as not attended"), actions.miss, may=offered(InterviewState.OPENED, may=may_miss), warns=True),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).with_booking()

    def get_fields(self, request, obj=None):
        result = ["score", "concluded_at", "file"] if obj and obj.state != InterviewState.OPENED else []
        return ["code", "state", "booklet", "invited_at", "slot", "extra_minutes", *result]

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
            told = "ratings__dimension", "moderations__dimension"
            context["sheets"] = interview.sheets.select_related("membership__assessor").prefetch_related(*told)
            context["notes"] = interview.notes.all()
        if interview is not None:
            context["recording"] = getattr(interview, "recording", None)
        return super().render_change_form(request, context, *args, **kwargs)


@admin.register(Recording)
class RecordingAdmin(TimelineMixin, DeskAdmin):
    """Where recordings are kept and until when; what is due stands first."""

    readers = (Role.HR_OFFICER,)
    list_display = ["interview", "place", "keeper", "keep_until", "due", "destroyed_at"]
    list_filter = ["keep_until"]
    list_select_related = ["interview"]
    fields = ["interview", "place", "keeper", "keep_until", "registered_at", "withdrawn_at", "destroyed_at"]
    verbs = (
        Verb(
            "destroy",
            _("Record as destroyed"),
            actions.destroy,
            may=lambda recording, user: recording.destroyed_at is None and may_destroy(recording, user),
            bulk=True,
            warns=True,
        ),
    )

    @admin.display(description=_("to be destroyed"), boolean=True)
    def due(self, recording) -> bool:
        return recording.is_overdue
