"""What the press gave up and what the scanner holds back is seen by somebody; what stands in the papers is not."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.roles import Role
from recruitment.core.admin import DeskAdmin, ReadOnlyAdmin
from recruitment.core.verbs import Verb
from recruitment.documents import actions
from recruitment.documents.models import Document, Issued
from recruitment.documents.permissions import may_press


class _Register(ReadOnlyAdmin):
    readers = (Role.SYSTEM_ADMINISTRATOR,)
    show_full_result_count = False

    def get_queryset(self, request):
        return self.model.objects.get_queryset()


@admin.register(Document)
class DocumentAdmin(_Register):
    """Files that came in: how they were scanned, not what they are called or whose they are."""

    list_display = ["uploaded_at", "kind", "media_type", "size", "state", "tries", "scan_engine", "scan_note"]
    list_filter = ["state", "media_type", "kind"]
    fields = [*list_display, "uuid", "scanned_at", "erased_at"]
    readonly_fields = fields


@admin.register(Issued)
class IssuedAdmin(_Register, DeskAdmin):
    """Files that go out: whether they were pressed, and another chance for those that failed."""

    list_display = ["created_at", "about_reference", "template", "language", "state", "tries", "error"]
    list_filter = ["state", "language", "template"]
    fields = [*list_display, "uuid", "pressed_at", "pages", "size", "sha256", "erased_at"]
    readonly_fields = fields
    verbs = (Verb("press_again", _("Press again"), actions.press_again, may=lambda row, user: row.is_failed and may_press(user, row)),)

    def get_queryset(self, request):
        return super().get_queryset(request).defer("context")
