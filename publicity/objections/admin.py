"""Supervision's desk."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from publicity.objections import actions
from publicity.objections.forms import ProposeForm
from publicity.objections.models import Objection
from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin
from recruitment.core.verbs import Verb


@admin.register(Objection)
class ObjectionAdmin(TimelineMixin, DeskAdmin):
    """Objections, the named ones first; HR and the person concerned never see them."""

    readers = (Role.PUBLICITY_OFFICER,)
    list_display = ["reference", "entry", "mode", "state", "is_late", "received_at", "finding", "answered_at"]
    list_filter = ["state", "mode"]
    list_select_related = ["entry"]
    fields = [
        "reference", "entry", "mode", "name", "contact", "statement", "is_late", "received_at", "state",
        "finding", "affects", "reasons", "reply", "proposed_by", "answered_by", "answered_at",
    ]  # fmt: skip
    readonly_fields = fields
    verbs = (
        Verb("examine", _("Take up"), actions.examine),
        Verb("propose", _("Propose a finding"), actions.propose, ProposeForm),
        Verb("answer", _("Confirm the finding and answer"), actions.answer, warns=True),
    )

    def get_ordering(self, request):
        return []

    def get_queryset(self, request):
        return super().get_queryset(request).in_order()

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def render_change_form(self, request, context, *args, **kwargs):
        actions.read(kwargs["obj"], by=request.user)
        return super().render_change_form(request, context, *args, **kwargs)
