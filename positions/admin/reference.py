"""The reference data of posts: departments, competency models, rounds."""

import json

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline

from positions.admin.languages import in_languages, language_fieldsets
from positions.models import Competency, CompetencyModel, Department, Round
from positions.states import PositionState
from recruitment.accounts.roles import Role
from recruitment.core.admin import RoleAdmin


class ReferenceAdmin(RoleAdmin, TranslationAdmin):
    """Plain tables that HR keeps and every office reads."""

    readers = (Role.QUALIFICATION_OFFICER, Role.PUBLICITY_OFFICER, Role.SYSTEM_ADMINISTRATOR)
    writers = (Role.HR_OFFICER,)


@admin.register(Department)
class DepartmentAdmin(ReferenceAdmin):
    """The bodies with posts to fill; HR of a department keeps its own entry."""

    list_display = ["code", "name", "body_kind", "supervision_phone"]
    search_fields = ["code", *in_languages("name")]
    fieldsets = [
        (None, {"fields": ["code", "body_kind", "organ_code", "supervision_phone", "supervision_email"]}),
        *language_fieldsets(
            *("name", "short_name", "description", "address", "supervision_body", "supervision_hours", "supervision_address"),
        ),
    ]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or request.user.holds(Role.HR_OFFICER, obj.code))

    def has_add_permission(self, request):
        """Only whoever is HR for all departments makes a new one."""
        return super().has_add_permission(request) and request.user.department_codes(Role.HR_OFFICER) is None

    def get_readonly_fields(self, request, obj=None):
        fixed = ["code"] if obj else []
        return [*super().get_readonly_fields(request, obj), *fixed]


class CompetencyInline(TranslationStackedInline):
    """The competencies of a model; kept by whoever keeps the model."""

    model = Competency
    extra = 0
    classes = ["collapse"]
    fieldsets = [
        (None, {"fields": ["order", "key", "nature", "stage", "heading", "weight"]}),
        *language_fieldsets("name", "description", "anchor_1", "anchor_3", "anchor_5"),
    ]

    def _may_write(self, request, model) -> bool:
        return request.user.has_role(Role.HR_OFFICER) and not is_in_use(model)

    def has_view_permission(self, request, obj=None):
        return True

    def has_add_permission(self, request, obj=None):
        return self._may_write(request, obj)

    def has_change_permission(self, request, obj=None):
        return self._may_write(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self._may_write(request, obj)


def is_in_use(model: CompetencyModel | None) -> bool:
    """People have been told by a published post what they are measured by."""
    return model is not None and model.positions.filter(state=PositionState.PUBLISHED).exists()


@admin.register(CompetencyModel)
class CompetencyModelAdmin(ReferenceAdmin):
    """What each kind of post asks of a person; fixed while a post of the kind is published."""

    list_display = ["kind", "name"]
    inlines = [CompetencyInline]
    fieldsets = [(None, {"fields": ["kind"]}), *language_fieldsets("name")]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_in_use(obj)


@admin.register(Round)
class RoundAdmin(ReferenceAdmin):
    """The rules of a round; fixed for good once its first post is published."""

    list_display = ["reference", "title", "competence_weight", "crosscultural_weight", "frozen_at"]
    readonly_fields = ["frozen_at", "frozen_rules"]
    fieldsets = [
        (None, {"fields": ["reference"]}),
        (_("Weights and pass marks"), {"fields": ["competence_weight", "crosscultural_weight", "competence_min", "crosscultural_min"]}),
        (_("Panel"), {"fields": ["panel_size", "aggregation"]}),
        (_("Public notice"), {"fields": ["notice_working_days", "notice_rule"]}),
        (
            _("Service times"),
            {"fields": ["qualification_days", "competence_days", "crosscultural_days", "merit_days", "security_days", "offer_days"]},
        ),
        *language_fieldsets("title"),
        (_("Fixed rules"), {"fields": ["frozen_at", "frozen_rules"], "classes": ["collapse"]}),
    ]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or not obj.is_frozen)

    @admin.display(description=_("fixed rules"))
    def frozen_rules(self, round) -> str:
        return json.dumps(round.frozen, ensure_ascii=False, indent=1) if round.frozen else "–"
