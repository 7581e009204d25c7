"""Requests to hand in late: who asks for which post and why, and the decision with its reason."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.roles import Role
from recruitment.core.admin import DeskAdmin
from recruitment.core.templatetags.portal import state_badge, when
from recruitment.core.verbs import Verb
from screening.applications import actions
from screening.applications.forms.late import ApproveLateForm, RefuseLateForm
from screening.applications.models import LateRequest
from screening.applications.permissions import may_decide_late
from screening.applications.states.following import LateDecision


def is_undecided(request: LateRequest, user) -> bool:
    """Waiting, and the reader is one of those who decide."""
    return request.decision == LateDecision.OPEN and may_decide_late(request.application, user)


@admin.register(LateRequest)
class LateRequestAdmin(DeskAdmin):
    """Requests of one's departments, the nearest promised answer first; never one's own."""

    readers = (Role.HR_OFFICER,)
    list_display = ["post", "person", "asked_at", "due_on", "badge"]
    list_filter = ["decision"]
    fields = ["post", "deadline", "person", "reason", "asked_at", "due_on", "badge", "answer", "decided_by", "decided_at"]
    readonly_fields = fields
    verbs = (
        Verb("approve_late", _("Approve with a new deadline"), actions.approve_late, ApproveLateForm, is_undecided),
        Verb("refuse_late", _("Refuse the late submission"), actions.refuse_late, RefuseLateForm, is_undecided, warns=True),
    )

    def get_queryset(self, request):
        rows = LateRequest.objects.visible_to(request.user)
        return rows.select_related("application__position__department", "application__candidate", "decided_by")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def confirm_rows(self, verb, row):
        return [(_("Position"), row.application.position), (_("Applicant"), row.application.candidate), (_("Reason given"), row.reason)]

    @admin.display(description=_("position"))
    def post(self, row):
        return row.application.position

    @admin.display(description=_("application deadline"))
    def deadline(self, row):
        return when(row.application.position.closes_at)

    @admin.display(description=_("applicant"))
    def person(self, row):
        return row.application.candidate

    @admin.display(description=_("decision"))
    def badge(self, row):
        return state_badge(row.decision, of="applications.laterequest")
