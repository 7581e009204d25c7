"""Where HR draws by lot, and reads who was given which file for what reason."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from positions.models import Position
from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin, ReadOnlyAdmin
from recruitment.core.refusals import Refused
from recruitment.core.templatetags.portal import state_badge
from recruitment.core.verbs import Verb
from screening.assessors import actions
from screening.assessors.forms import AnnounceForm
from screening.assessors.models import Allotment, Draw
from screening.assessors.queries import run_by
from screening.assessors.states import Cause, Reason


@admin.register(Draw)
class DrawAdmin(TimelineMixin, DeskAdmin):
    """Draws of the reader's departments; a new one commits to its seed, the verb reveals it."""

    readers = (Role.HR_OFFICER,)
    form = AnnounceForm
    list_display = ["position", "purpose", "badge", "committed_at"]
    list_filter = ["purpose", "state"]
    list_select_related = ["position"]
    verbs = (Verb("reveal", _("Reveal the seed"), actions.reveal, warns=True),)

    def has_add_permission(self, request):
        return request.user.has_role(Role.HR_OFFICER)

    def get_fields(self, request, obj=None):
        shown = ["position", "purpose", "state", "inputs", "seed_commitment", "committed_at", "seed", "result", "revealed_at"]
        return shown if obj else ["position", "purpose", "number", "rooms"]

    def get_readonly_fields(self, request, obj=None):
        return self.get_fields(request, obj) if obj else []

    def view_on_site(self, obj) -> str:
        return obj.get_absolute_url()

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "position":
            kwargs["queryset"] = Position.objects.filter(run_by(request.user, ""))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        made = form.announced(by=request.user)
        obj.pk, obj.uuid = made.pk, made.uuid

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except Refused as refusal:
            self.message_user(request, refusal.sentence, level="ERROR")
            return self.response_post_save_add(request, None)

    def log_addition(self, request, obj, message):
        """The verb has left its own footprint."""

    @admin.display(description=_("state"), ordering="state")
    def badge(self, draw):
        return state_badge(draw)


class Placed(admin.SimpleListFilter):
    """What could not be placed."""

    title = _("placed")
    parameter_name = "placed"

    def lookups(self, request, model_admin):
        return [("yes", _("Given to somebody")), ("no", _("Lacks assessors"))]

    def queryset(self, request, queryset):
        return {"yes": queryset.filter(missing=0), "no": queryset.filter(missing__gt=0)}.get(self.value(), queryset)


@admin.register(Allotment)
class AllotmentAdmin(ReadOnlyAdmin):
    """Every assignment with its reason, and every file that lacks people with what stood in the way."""

    readers = (Role.HR_OFFICER,)
    list_display = ["application_number", "assessor", "why", "missing", "allotted_at"]
    list_filter = [Placed]
    list_select_related = ["application", "assessor"]
    list_per_page = 50
    search_fields = ["application__candidate_code"]
    fields = ["application_number", "assessor", "why", "missing", "allotted_at"]
    readonly_fields = fields

    @admin.display(description=_("candidate number"), ordering="application__candidate_code")
    def application_number(self, allotment) -> str:
        return allotment.application.candidate_code

    @admin.display(description=_("reasons"))
    def why(self, allotment) -> str:
        """In words."""
        said = [str(Reason(code).label) for code in allotment.reasons] + [str(Cause(code).label) for code in allotment.causes]
        return "; ".join(said)
