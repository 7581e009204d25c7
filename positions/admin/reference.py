"""The reference data of posts: departments, competency models, rounds."""

from django import forms
from django.contrib import admin
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline

from positions import table
from positions.admin.languages import in_languages, language_fieldsets
from positions.models import Competency, CompetencyModel, Department, Round
from positions.states import TIE_BREAK_ORDERS, PositionState
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
        (None, {"fields": ["order", "key", "nature", "required", "stage", "heading", "weight"]}),
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
    readonly_fields = ["assessment_plan"]

    def get_fieldsets(self, request, obj=None):
        plan = [] if obj is None else ["assessment_plan"]
        return [(None, {"fields": ["kind", *plan]}), *language_fieldsets("name")]

    @admin.display(description=_("assessment plan"))
    def assessment_plan(self, model) -> str:
        return render_to_string("admin/positions/_plan.html", {"plan": table.assessment_plan(model)})

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_in_use(obj)


class RoundForm(forms.ModelForm):
    """A round; the order of the tie-breaks is chosen among those that decide in the end."""

    tie_breaks = forms.TypedChoiceField(
        label=_("Order where overall scores are equal"),
        choices=lambda: [(",".join(order), table.in_order(order)) for order in TIE_BREAK_ORDERS],
        coerce=lambda chosen: chosen.split(","),
    )

    class Meta:
        model = Round
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "tie_breaks" in self.fields:
            self.initial["tie_breaks"] = ",".join(self.instance.tie_breaks)


@admin.register(Round)
class RoundAdmin(ReferenceAdmin):
    """The rules of a round; fixed for good once its first post is published."""

    form = RoundForm
    list_display = ["reference", "title", "competence_weight", "crosscultural_weight", "frozen_at"]
    readonly_fields = ["frozen_at", "frozen_rules"]
    fieldsets = [
        (None, {"fields": ["reference"]}),
        (_("Weights and pass marks"), {"fields": ["competence_weight", "crosscultural_weight", "competence_min", "crosscultural_min"]}),
        (_("Panel"), {"fields": ["panel_size", "aggregation"]}),
        (_("Ranking"), {"fields": ["tie_breaks"]}),
        (_("Third-party oversight"), {"fields": ["needs_attestation"]}),
        (_("Public notice"), {"fields": ["notice_working_days", "notice_rule"]}),
        (
            _("Service times"),
            {"fields": ["qualification_days", "competence_days", "crosscultural_days", "merit_days", "security_days", "offer_days"]},
        ),
        *language_fieldsets("title"),
        (_("Fixed rules"), {"fields": ["frozen_at", "frozen_rules"]}),
    ]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or not obj.is_frozen)

    @admin.display(description=_("fixed rules"))
    def frozen_rules(self, round) -> str:
        if not round.is_frozen:
            return render_to_string("admin/positions/_rules.html", {"frozen": {}})
        told = {"rules": table.rules(round.frozen), "stages": table.stages(round.frozen), "parameters": table.parameters(round.frozen)}
        address = reverse("positions:round", args=[round.reference])
        return render_to_string("admin/positions/_rules.html", {"frozen": round.frozen, "address": address, **told})
