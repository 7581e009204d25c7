"""Where HR ranks: one person draws a list up, another closes it or sends it back."""

from django.contrib import admin
from django.http import Http404, JsonResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from positions.admin.posts import offered
from recruitment.core.templatetags.portal import state_badge
from recruitment.core.verbs import Verb
from screening.merit import actions, table
from screening.merit.admin.made import MadeAdmin
from screening.merit.forms import DiscardForm, DrawUpForm
from screening.merit.models import MeritList
from screening.merit.permissions import may_close, may_discard, may_promote
from screening.merit.queries import vacancies
from screening.merit.states import ListState


@admin.register(MeritList)
class MeritListAdmin(MadeAdmin):
    """Merit lists of the reader's departments, with each step of the ranking shown."""

    change_form_template = "admin/merit/list.html"
    list_display = ["position", "badge", "made_by", "made_at", "closed_by", "closed_at"]
    list_filter = ["state"]
    list_select_related = ["position", "made_by", "closed_by"]
    form = DrawUpForm
    verbs = (
        Verb("close", _("Close the list"), actions.close, may=offered(ListState.DRAFTED, may=may_close), warns=True),
        Verb("discard", _("Send back"), actions.discard, DiscardForm, offered(ListState.DRAFTED, may=may_discard)),
        Verb("promote", _("Move the next reserve up"), actions.promote, may=offered(ListState.CLOSED, may=may_promote)),
    )

    def make(self, row, *, by):
        return actions.draw_up(row.position, by=by)

    def get_fields(self, request, obj=None):
        rules = ["competence_weight", "crosscultural_weight", "headcount"]
        made = ["made_by", "made_at", "closed_by", "closed_at", "reserve_until"]
        return ["position", "state", *rules, *made] if obj else ["position"]

    def get_urls(self):
        return [
            path("<path:object_id>/export/", self.admin_site.admin_view(self.export), name="merit_meritlist_export"),
            *super().get_urls(),
        ]

    def export(self, request, object_id):
        """The list under candidate numbers, for whoever wants to repeat it without the portal."""
        merit_list = self.get_object(request, object_id)
        if merit_list is None or not self.has_view_permission(request, merit_list):
            raise Http404
        actions.export(merit_list, by=request.user)
        answer = JsonResponse(table.export(merit_list), json_dumps_params={"ensure_ascii": False, "indent": 1})
        answer["Content-Disposition"] = f'attachment; filename="merit-{merit_list.position.reference}-{merit_list.pk}.json"'
        return answer

    def render_change_form(self, request, context, *args, **kwargs):
        merit_list = kwargs.get("obj")
        if merit_list is not None:
            lines = merit_list.lines.select_related("application__identity", "application__candidate")
            context |= {"lines": lines, "vacancies": vacancies(merit_list), "steps": table.steps(merit_list)}
        return super().render_change_form(request, context, *args, **kwargs)

    @admin.display(description=_("state"), ordering="state")
    def badge(self, merit_list):
        return state_badge(merit_list)
