"""Requests for adjustments: only HR of the department reads what would help, and each reading leaves a footprint."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.roles import Role
from recruitment.core.admin import DeskAdmin
from recruitment.core.verbs import Verb
from screening.applications import actions
from screening.applications.forms.adjustments import ArrangeForm
from screening.applications.models import Adjustment
from screening.applications.permissions import may_arrange
from screening.applications.states import LIVE
from screening.desk.actions import arrange


def is_arrangeable(adjustment: Adjustment, user) -> bool:
    """In selection, and the reader is one of those who arrange."""
    return adjustment.application.state in LIVE and may_arrange(adjustment.application, user)


@admin.register(Adjustment)
class AdjustmentAdmin(DeskAdmin):
    """Files of one's departments in which an answer was given; never one's own."""

    readers = (Role.HR_OFFICER,)
    list_display = ["application", "post", "extra_time"]
    fields = ["application", "post", "helpful", "details", "extra_time", "steps"]
    readonly_fields = fields
    verbs = (Verb("arrange", _("Arrange"), arrange, ArrangeForm, is_arrangeable),)

    def get_queryset(self, request):
        rows = Adjustment.objects.visible_to(request.user)
        return rows.select_related("application__position__department", "application__arrangement")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        adjustment = self.get_object(request, object_id)
        if adjustment is not None and request.method == "GET":
            actions.read_adjustments(adjustment, by=request.user)
        return super().change_view(request, object_id, form_url, extra_context)

    def confirm_rows(self, verb, row):
        return [(_("Position"), row.application.position), (_("What would help"), self.helpful(row))]

    @admin.display(description=_("position"))
    def post(self, row):
        return row.application.position

    @admin.display(description=_("what would help"))
    def helpful(self, row) -> str:
        return "; ".join(str(kind.label) for kind in row.wanted) or "–"

    @admin.display(description=_("extra time in test and interview, minutes"))
    def extra_time(self, row) -> str:
        arranged = getattr(row.application, "arrangement", None)
        return f"{arranged.test_minutes} / {arranged.interview_minutes}" if arranged else "–"

    @admin.display(description=_("what else is arranged"))
    def steps(self, row) -> str:
        arranged = getattr(row.application, "arrangement", None)
        return (arranged.steps if arranged else "") or "–"
