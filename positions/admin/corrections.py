"""Corrections that wait for a second person, and those that were decided."""

from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modeltranslation.admin import TranslationAdmin

from positions import actions, table
from positions.admin.correcting import NoteForm
from positions.conditions.material import LANGUAGES
from positions.models import Correction
from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin
from recruitment.core.templatetags.portal import state_badge
from recruitment.core.verbs import Verb


@admin.register(Correction)
class CorrectionAdmin(TimelineMixin, DeskAdmin, TranslationAdmin):
    """Read in five languages before it goes out; proposed on the post's own page."""

    readers = (Role.HR_OFFICER, Role.PUBLICITY_OFFICER)
    verbs = (
        Verb("issue", pgettext_lazy("correction", "Issue"), actions.issue, warns=True),
        Verb("reject", pgettext_lazy("correction", "Refuse"), actions.reject, NoteForm),
        Verb("withdraw", pgettext_lazy("correction", "Take back"), actions.withdraw),
    )
    list_display = ["position", "kind", "part", "number", "badge", "made_by", "made_at"]
    list_filter = ["state", "kind"]
    list_select_related = ["position", "made_by"]
    readonly_fields = ["number", "texts"]
    fieldsets = [
        (None, {"fields": ["position", "kind", "number", "state", "texts", "made_by", "made_at", "decided_by", "decided_at", "note"]})
    ]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def confirm_rows(self, verb, row):
        change = table.change(row)
        return [(change.label, f"{change.old} → {change.new}"), (_("Reason"), change.reason)]

    @admin.display(description=_("what is corrected"))
    def part(self, correction) -> str:
        return table.change(correction).label

    @admin.display(description=_("state"), ordering="state")
    def badge(self, correction):
        return state_badge(correction)

    @admin.display(description=_("text in every language"))
    def texts(self, correction) -> str:
        rows = [(code, table.change(correction, code)) for code in LANGUAGES]
        return render_to_string("admin/positions/_change.html", {"rows": rows})
