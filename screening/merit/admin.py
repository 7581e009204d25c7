"""Where HR ranks: one person draws a list up, another closes it or sends it back."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from positions.admin.posts import offered
from positions.models import Position
from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin
from recruitment.core.templatetags.portal import state_badge
from recruitment.core.verbs import Verb
from screening.assessors.queries import run_by
from screening.merit import actions
from screening.merit.forms import DiscardForm, DrawUpForm
from screening.merit.models import MeritList
from screening.merit.permissions import may_close, may_discard, may_promote
from screening.merit.queries import vacancies
from screening.merit.states import ListState


@admin.register(MeritList)
class MeritListAdmin(TimelineMixin, DeskAdmin):
    """Merit lists of the reader's departments, with each step of the ranking shown."""

    readers = (Role.HR_OFFICER,)
    change_form_template = "admin/merit/list.html"
    list_display = ["position", "badge", "made_by", "made_at", "closed_by", "closed_at"]
    list_filter = ["state"]
    list_select_related = ["position", "made_by", "closed_by"]
    search_fields = ["position__reference"]
    form = DrawUpForm
    verbs = (
        Verb("close", _("Close the list"), actions.close, may=offered(ListState.DRAFTED, may=may_close), warns=True),
        Verb("discard", _("Send back"), actions.discard, DiscardForm, offered(ListState.DRAFTED, may=may_discard)),
        Verb("promote", _("Move the next reserve up"), actions.promote, may=offered(ListState.CLOSED, may=may_promote)),
    )

    def has_add_permission(self, request):
        return request.user.has_role(Role.HR_OFFICER)

    def get_fields(self, request, obj=None):
        rules = ["competence_weight", "crosscultural_weight", "headcount"]
        return ["position", "state", *rules, "made_by", "made_at", "closed_by", "closed_at"] if obj else ["position"]

    def get_readonly_fields(self, request, obj=None):
        return super().get_readonly_fields(request, obj) if obj else []

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "position":
            kwargs["queryset"] = Position.objects.filter(run_by(request.user, ""))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        made = actions.draw_up(obj.position, by=request.user)
        obj.__dict__.update(made.__dict__)

    def log_addition(self, request, obj, message):
        """The verb has left its own footprint."""

    def render_change_form(self, request, context, *args, **kwargs):
        merit_list = kwargs.get("obj")
        if merit_list is not None:
            lines = merit_list.lines.select_related("application__identity", "application__candidate")
            context |= {"lines": lines, "vacancies": vacancies(merit_list)}
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=_("state"), ordering="state")
    def badge(self, merit_list):
        return state_badge(merit_list)
