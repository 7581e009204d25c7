"""The ledger in the admin: a register that can be read; what a leaf commits to is not shown."""

from django.contrib import admin

from recruitment.accounts.roles import Role
from recruitment.core.admin import ReadOnlyAdmin
from recruitment.ledger.models import Checkpoint, Leaf


@admin.register(Leaf)
class LeafAdmin(ReadOnlyAdmin):
    """Leaves by place, kind and reference."""

    readers = (Role.AUDIT_ADMINISTRATOR,)
    list_display = ["index", "kind", "reference", "hex", "at"]
    list_filter = ["kind"]
    search_fields = ["reference"]
    fields = ["index", "kind", "reference", "hex", "at"]
    show_full_result_count = False


@admin.register(Checkpoint)
class CheckpointAdmin(ReadOnlyAdmin):
    """Signed heads, newest first."""

    readers = (Role.AUDIT_ADMINISTRATOR, Role.SYSTEM_ADMINISTRATOR)
    list_display = ["size", "at", "key_id"]
    fields = ["size", "at", "key_id"]
