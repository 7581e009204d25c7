"""What the desks of this floor share: a row is made by a verb, for a post of the reader's departments, and never edited."""

from positions.models import Position
from recruitment.accounts.roles import Role
from recruitment.audit.admin import TimelineMixin
from recruitment.core.admin import DeskAdmin
from screening.assessors.queries import run_by


class MadeAdmin(TimelineMixin, DeskAdmin):
    """Adding asks the form and calls `make`."""

    readers = (Role.HR_OFFICER,)
    list_select_related = ["position", "made_by"]
    search_fields = ["position__reference"]

    def make(self, row, *, by):
        """The verb that makes what the form asked for."""
        raise NotImplementedError

    def has_add_permission(self, request):
        return request.user.has_role(Role.HR_OFFICER)

    def get_readonly_fields(self, request, obj=None):
        return super().get_readonly_fields(request, obj) if obj else []

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "position":
            kwargs["queryset"] = Position.objects.filter(run_by(request.user, ""))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        obj.__dict__.update(self.make(obj, by=request.user).__dict__)

    def log_addition(self, request, obj, message):
        """The verb has left its own footprint."""
