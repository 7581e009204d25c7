"""Reference data of life services."""

from django.contrib import admin
from modeltranslation.admin import TranslationAdmin

from onboarding.services.models import Case, ServiceKind, ServicePoint
from recruitment.accounts.roles import Role
from recruitment.core.admin import ReadOnlyAdmin, RoleAdmin


@admin.register(ServiceKind)
class ServiceKindAdmin(TranslationAdmin, RoleAdmin):
    """Matters, checklists, promised times."""

    readers = writers = (Role.SERVICE_SPECIALIST,)
    list_display = ["code", "name", "working_days"]


@admin.register(ServicePoint)
class ServicePointAdmin(TranslationAdmin, RoleAdmin):
    """The directory."""

    readers = writers = (Role.SERVICE_SPECIALIST,)
    list_display = ["code", "name", "district", "phone"]


@admin.register(Case)
class CaseAdmin(ReadOnlyAdmin):
    """All requests with their times; what was said stands on the specialist's desk."""

    readers = (Role.SERVICE_SPECIALIST,)
    list_display = ["appointment", "kind", "state", "specialist", "opened_at", "due_on", "closed_at", "grade"]
    list_filter = ["state", "kind"]
    list_select_related = ["appointment__officer", "appointment__application", "kind", "specialist"]
    fields = ["appointment", "kind", "state", "specialist", "opened_at", "due_on", "closed_at", "grade"]
