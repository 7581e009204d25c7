"""Letters that failed for good are seen by somebody."""

from django.contrib import admin

from recruitment.accounts.roles import Role
from recruitment.core.admin import ReadOnlyAdmin
from recruitment.notifications.models import Letter


@admin.register(Letter)
class LetterAdmin(ReadOnlyAdmin):
    """Which letters went out and which did not; their text is not shown to administrators."""

    readers = (Role.SYSTEM_ADMINISTRATOR,)
    list_display = ["written_at", "kind", "about_reference", "language", "state", "tries", "sent_at", "error"]
    list_filter = ["state", "kind", "language"]
    fields = ["written_at", "kind", "about_reference", "language", "state", "tries", "sent_at", "error"]
    readonly_fields = fields
    show_full_result_count = False

    def get_queryset(self, request):
        return Letter.objects.defer("body", "subject")
