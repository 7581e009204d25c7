"""Accounts and roles, for the administrators alone; none of them sees content."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from recruitment.accounts import actions
from recruitment.accounts.models import Assignment, User
from recruitment.accounts.permissions import may_disable, may_grant
from recruitment.accounts.roles import ADMINISTRATORS, Role
from recruitment.core.admin import DeskAdmin
from recruitment.core.verbs import Verb


class GrantForm(forms.Form):
    """Which role, and for which department."""

    role = forms.ChoiceField(label=_("Role"), choices=Role, error_messages={"required": _("Choose a role.")})
    department_code = forms.CharField(
        label=_("Department code"),
        max_length=12,
        required=False,
        help_text=_("For HR and qualification officers: a code, or * for all departments."),
    )


def _holds_role(row, user) -> bool:
    return row.until is None and may_grant(user, row.user)


@admin.register(User)
class UserAdmin(DeskAdmin):
    """Who has an account; roles are given by one administrator, accounts are closed by another."""

    readers = ADMINISTRATORS
    list_display = ["email", "display_name", "language", "is_staff", "is_active", "joined_at"]
    list_filter = ["is_active", "is_staff", "language"]
    search_fields = ["email", "display_name"]
    fields = ["email", "display_name", "language", "time_zone", "is_staff", "is_active", "joined_at", "last_login", "closed_at"]
    readonly_fields = fields
    ordering = ["email"]
    verbs = (
        Verb("grant", _("Give a role"), actions.grant, GrantForm, may=lambda row, user: may_grant(user, row)),
        Verb(
            "disable", _("Close the account"), actions.disable, may=lambda row, user: row.is_active and may_disable(user, row), warns=True
        ),
    )

    def has_add_permission(self, request):
        return False


@admin.register(Assignment)
class AssignmentAdmin(DeskAdmin):
    """Roles that were given, by whom and until when."""

    readers = ADMINISTRATORS
    list_display = ["user", "role", "department_code", "since", "until", "granted_by"]
    list_filter = ["role"]
    list_select_related = ["user"]
    fields = ["user", "role", "department_code", "since", "until", "granted_by"]
    readonly_fields = fields
    verbs = (Verb("end", _("Take the role back"), actions.end, may=_holds_role, warns=True),)
