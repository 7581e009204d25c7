"""The desk for requests about personal information: who, what, by when; the answer with its letter."""

from django.contrib import admin
from django.db.models import F
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin
from recruitment.core.templatetags.portal import day, state_badge
from recruitment.core.verbs import Verb
from screening.rights import actions
from screening.rights.forms import AnswerForm
from screening.rights.listing import outlook
from screening.rights.models import Request
from screening.rights.permissions import may_answer
from screening.rights.states import Decision, RequestKind


def is_open(request: Request, user) -> bool:
    """Waiting, and the reader is one of those who answer."""
    return request.decision == Decision.OPEN and may_answer(request, user)


@admin.register(Request)
class RequestAdmin(TimelineMixin, DeskAdmin):
    """Requests, the nearest day first; never one's own."""

    readers = (Role.SECURITY_ADMINISTRATOR,)
    list_display = ["reference", "kind", "person", "asked_at", "due", "badge"]
    list_filter = ["decision", "kind"]
    list_select_related = ["person"]
    ordering = [F("answered_at").desc(nulls_first=True), "due_on"]
    fields = [
        "reference",
        "kind",
        "person",
        "statement",
        "asked_at",
        "due",
        "badge",
        "escalated_at",
        "answer",
        "answered_by",
        "answered_at",
    ]
    readonly_fields = fields
    verbs = (
        Verb("fulfil", _("Fulfil and answer"), actions.fulfil, AnswerForm, is_open),
        Verb("refuse", _("Refuse with reasons"), actions.refuse, AnswerForm, is_open, warns=True),
    )

    def get_queryset(self, request):
        return super().get_queryset(request).exclude(person=request.user)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def render_change_form(self, request, context, *args, **kwargs):
        actions.read(kwargs["obj"], by=request.user)
        return super().render_change_form(request, context, *args, **kwargs)

    def confirm_rows(self, verb, row):
        rows = [(_("Person"), row.person), (_("Request"), row.get_kind_display()), (_("What is asked"), row.statement)]
        if verb.name == "fulfil" and row.kind == RequestKind.DELETION:
            erased, kept = outlook(row.person)
            rows += [(file, _("is deleted")) for file in erased] + [(file, why) for file, why in kept]
        return rows

    @admin.display(description=_("answer due"), ordering="due_on")
    def due(self, row):
        late = format_html(' <strong class="govuk-tag govuk-tag--red">{}</strong>', _("overdue")) if row.is_overdue else ""
        return format_html("{}{}", day(row.due_on), late)

    @admin.display(description=_("decision"))
    def badge(self, row):
        return state_badge(row.decision, of="rights.request")
