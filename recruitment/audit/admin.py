"""The audit register, to be read by the audit administrator; and the timeline that others show beside a row."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.roles import Role
from recruitment.audit.models import Entry
from recruitment.core.admin import ReadOnlyAdmin

MOST = 100


class TimelineMixin:
    """Adds what happened to the row, the newest first, to its page."""

    def render_change_form(self, request, context, *args, **kwargs):
        row = kwargs.get("obj")
        if row is not None:
            context["timeline"] = list(Entry.objects.about(row).order_by("-pk")[:MOST])
        return super().render_change_form(request, context, *args, **kwargs)


@admin.register(Entry)
class EntryAdmin(ReadOnlyAdmin):
    """Everything that was done, by whom, to what, from where."""

    readers = (Role.AUDIT_ADMINISTRATOR,)
    list_display = ["at", "actor_label", "verb", "subject_reference", "source", "target", "origin"]
    list_filter = ["subject_label"]
    search_fields = ["subject_reference", "actor_label", "verb"]
    date_hierarchy = "at"
    show_full_result_count = False
    fields = [
        "at",
        "actor_label",
        "verb",
        "subject_label",
        "subject_id",
        "subject_reference",
        "source",
        "target",
        "data",
        "origin",
        "chain",
    ]
    readonly_fields = fields

    @admin.display(description=_("hash"))
    def chain(self, entry) -> str:
        return bytes(entry.hash).hex()
