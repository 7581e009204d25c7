"""Where HR sees who stepped back, and decides where the sides disagree."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin, ReadOnlyAdmin
from recruitment.core.templatetags.portal import state_badge
from recruitment.core.verbs import Verb
from screening.assessors import actions
from screening.assessors.forms import DecideForm
from screening.assessors.models import Abstention, ConflictHint, Recusal


@admin.register(Recusal)
class RecusalAdmin(ReadOnlyAdmin):
    """Who stepped back from which file, and why."""

    readers = (Role.HR_OFFICER,)
    list_display = ["application", "assessor", "ground", "declared_at"]
    list_filter = ["ground"]
    list_select_related = ["application", "assessor"]
    fields = ["application", "assessor", "ground", "reason", "declared_by", "declared_at"]
    readonly_fields = fields


@admin.register(Abstention)
class AbstentionAdmin(ReadOnlyAdmin):
    """Who keeps out of which post, and why."""

    readers = (Role.HR_OFFICER,)
    list_display = ["assessor", "position", "declared_at"]
    list_select_related = ["assessor", "position"]
    fields = ["assessor", "position", "reason", "declared_at"]
    readonly_fields = fields


@admin.register(ConflictHint)
class ConflictHintAdmin(TimelineMixin, DeskAdmin):
    """Who was asked about which file and said what; where the candidate says otherwise, the office decides."""

    readers = (Role.HR_OFFICER,)
    list_display = ["candidate_number", "assessor", "ground", "badge", "asked_at"]
    list_filter = ["state", "ground"]
    list_select_related = ["application", "assessor"]
    list_per_page = 50
    search_fields = ["application__candidate_code", "assessor__display_name"]
    fields = [
        *("state", "candidate_number", "assessor", "ground", "institution", "since", "until", "asked_at", "answered_at"),
        *("note", "decided_by", "decision"),
    ]
    verbs = (
        Verb("uphold", _("Uphold the conflict"), actions.uphold, DecideForm, warns=True),
        Verb("dismiss", _("Dismiss the conflict"), actions.dismiss, DecideForm, warns=True),
    )

    @admin.display(description=_("candidate number"))
    def candidate_number(self, hint) -> str:
        return hint.application.candidate_code

    @admin.display(description=_("state"), ordering="state")
    def badge(self, hint):
        return state_badge(hint)
