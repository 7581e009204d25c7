"""The ledger in the admin: a register that can be read; what a leaf commits to is not shown."""

from django.contrib import admin

from recruitment.accounts.roles import Role
from recruitment.core.admin import ReadOnlyAdmin, RoleAdmin
from recruitment.ledger.models import Checkpoint, CoSignature, Leaf, Witness


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


@admin.register(Witness)
class WitnessAdmin(RoleAdmin):
    """Who co-signs. A key is never exchanged: the witness ends, and another one begins."""

    writers = (Role.AUDIT_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR)
    list_display = ["name", "public_key", "since", "until"]
    fields = ["name", "public_key", "since", "until"]

    def get_readonly_fields(self, request, obj=None):
        return ["public_key", "since"] if obj else []


@admin.register(CoSignature)
class CoSignatureAdmin(ReadOnlyAdmin):
    """Signatures of the witnesses, newest checkpoint first."""

    readers = (Role.AUDIT_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR)
    list_display = ["checkpoint", "witness", "at"]
    list_select_related = ["checkpoint", "witness"]
    fields = ["checkpoint", "witness", "at"]
