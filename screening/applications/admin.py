"""The office's view of referees: how each request stands, what was said, and the reference that came on paper."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.roles import Role
from recruitment.core.admin import DeskAdmin
from recruitment.core.templatetags.portal import state_badge
from recruitment.core.verbs import Verb
from screening.applications import actions
from screening.applications.models import Referee
from screening.applications.permissions import may_receive_reference
from screening.applications.states import Recommendation

ANSWERS = ("recommendation", "capacity", "strengths", "cooperation", "reservations", "came_on_paper", "received_at")


class PaperForm(forms.Form):
    """What an officer notes of a reference on paper."""

    recommendation = forms.ChoiceField(label=_("Recommendation"), choices=[("", "–"), *Recommendation.choices], required=False)
    note = forms.CharField(
        label=_("What it says in short, and where the paper lies"), max_length=3000, widget=forms.Textarea(attrs={"rows": 6})
    )


def _is_receivable(referee, user) -> bool:
    return not referee.is_answered and not referee.withdrawn_at and may_receive_reference(referee.application, user)


@admin.register(Referee)
class RefereeAdmin(DeskAdmin):
    """Referees of files that were handed in; reading what one said leaves a footprint."""

    readers = (Role.HR_OFFICER, Role.QUALIFICATION_OFFICER)
    verbs = (Verb("receive_on_paper", _("Record a reference on paper"), actions.receive_on_paper, PaperForm, _is_receivable),)
    list_display = ["name", "institution", "file", "badge", "asked_at", "answered_at"]
    list_select_related = ["application"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["name", "application__reference"]
    fields = ["file", "name", "relation", "institution", "email", "language", "badge", "asked_at", "expires_at", "reminded_at", "answered_at",
              "declined_at", *ANSWERS]  # fmt: skip
    readonly_fields = fields

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def change_view(self, request, object_id, form_url="", extra_context=None):
        referee = self.get_object(request, object_id)
        if referee is not None and referee.answered_at and request.method == "GET":
            actions.read_reference(referee, by=request.user)
        return super().change_view(request, object_id, form_url, extra_context)

    @admin.display(description=_("application"))
    def file(self, referee):
        return str(referee.application)

    @admin.display(description=_("state"))
    def badge(self, referee):
        return state_badge(referee.state, of="applications.referee")


def _answer(name: str):
    """One column of the reference, where there is one."""
    field = Referee._meta.get_field("reference").related_model._meta.get_field(name)

    @admin.display(description=field.verbose_name, boolean=name == "came_on_paper")
    def shown(self, referee):
        reference = getattr(referee, "reference", None)
        if reference is None or name == "came_on_paper":
            return getattr(reference, name, None)
        return reference.get_recommendation_display() if name == "recommendation" else getattr(reference, name)

    return shown


for _name in ANSWERS:
    setattr(RefereeAdmin, _name, _answer(_name))
