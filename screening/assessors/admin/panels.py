"""Where HR composes panels."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from positions.models import Position
from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin
from recruitment.core.verbs import Verb
from screening.assessors import actions
from screening.assessors.forms import ComposeForm, RecuseForm, SeatForm, UnseatForm
from screening.assessors.models import Panel
from screening.assessors.permissions import may_compose, may_probe
from screening.assessors.queries import run_by


def recuse(panel, *, membership, application, ground, reason, by):
    """The office records a recusal of one of the panel's members."""
    return actions.recuse(application, assessor=membership.assessor, ground=ground, reason=reason, by=by)


@admin.register(Panel)
class PanelAdmin(TimelineMixin, DeskAdmin):
    """Panels of the reader's departments; seats are given and taken by verbs."""

    readers = (Role.HR_OFFICER,)
    list_display = ["position", "kind", "number", "room", "composed_at"]
    list_filter = ["kind"]
    list_select_related = ["position"]
    search_fields = ["position__reference"]
    form = ComposeForm
    change_form_template = "admin/assessors/panel.html"
    verbs = (
        Verb("seat", _("Give a seat"), actions.seat, SeatForm, may=may_compose),
        Verb("unseat", _("End a seat"), actions.unseat, UnseatForm, may=may_compose),
        Verb("probe", _("Look for conflicts"), actions.probe, may=may_probe),
        Verb("recuse", _("Record a recusal"), recuse, RecuseForm, may=may_compose),
    )

    def has_add_permission(self, request):
        return request.user.has_role(Role.HR_OFFICER)

    def get_fields(self, request, obj=None):
        return ["position", "kind", "number", "room", "composed_at"] if obj else ["position", "kind"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "position":
            kwargs["queryset"] = Position.objects.filter(run_by(request.user, ""))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        made = actions.compose(obj.position, kind=obj.kind, by=request.user)
        obj.pk, obj.number = made.pk, made.number

    def log_addition(self, request, obj, message):
        """The verb has left its own footprint."""

    def render_change_form(self, request, context, *args, **kwargs):
        panel = kwargs.get("obj")
        if panel is not None:
            context["members"] = panel.memberships.select_related("assessor")
        return super().render_change_form(request, context, *args, **kwargs)
