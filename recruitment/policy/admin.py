"""The policy parameters in the admin: what is in force, what comes, what was; changed only through the verbs, with a reason."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from recruitment.core.admin import RoleAdmin
from recruitment.policy.actions import set_value, verify
from recruitment.policy.models import Parameter
from recruitment.policy.register import REGISTER

READERS = ("hr_officer", "publicity_officer", "security_administrator", "audit_administrator")


class ParameterForm(forms.ModelForm):
    """Another value with its reason and its day, or the note that the source was read."""

    new_value = forms.CharField(
        label=gettext_lazy("New value"), required=False, help_text=gettext_lazy("Leave empty if only the source is verified.")
    )
    new_from = forms.DateField(label=gettext_lazy("Valid from"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    why = forms.CharField(label=gettext_lazy("Reason"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    verified_source = forms.CharField(
        label=gettext_lazy("Text that was read"), required=False, max_length=300,
        help_text=gettext_lazy("Title, year and article; fill in to mark the source as verified."),
    )  # fmt: skip

    class Meta:
        model = Parameter
        fields: list[str] = []

    def clean_new_value(self):
        said = self.cleaned_data["new_value"].strip()
        return REGISTER[self.instance.key].clean(said) if said else None

    def clean_new_from(self):
        day = self.cleaned_data["new_from"] or timezone.localdate()
        if day < timezone.localdate():
            raise ValidationError(_("A parameter can change from today or from a later day on, not in the past."))
        return day

    def clean(self):
        said = super().clean()
        if said.get("new_value") is not None and not said.get("why", "").strip():
            self.add_error("why", _("Give the reason for the change."))
        if said.get("new_value") is None and "new_value" not in self.errors and not said.get("verified_source", "").strip():
            self.add_error("new_value", _("Enter a new value, or name the text that you have read."))
        return said


@admin.register(Parameter)
class ParameterAdmin(RoleAdmin):
    """All rows of the register; a change adds a row and leaves the old one as it was."""

    readers = READERS
    writers = ("system_administrator",)
    form = ParameterForm
    list_display = ["key", "description", "stated_value", "limits", "status", "source", "valid_from", "changed_by"]
    list_filter = ["status", "unit"]
    search_fields = ["key"]
    readonly_fields = ["key", "description", "stated_value", "limits", "source", "status", "changed_by"]

    @admin.display(description=gettext_lazy("description"))
    def description(self, row):
        return REGISTER[row.key].description if row.key in REGISTER else ""

    @admin.display(description=gettext_lazy("value"))
    def stated_value(self, row):
        """As it would be typed, with its unit."""
        pairs = row.value.items() if isinstance(row.value, dict) else ()
        stated = ", ".join(f"{name}={number}" for name, number in pairs) or row.value
        return format_html("{} {}", stated, row.get_unit_display())

    @admin.display(description=gettext_lazy("limits"))
    def limits(self, row):
        low, high = ("–" if limit is None else f"{limit.normalize():f}" for limit in (row.floor, row.ceiling))
        return f"{low} … {high}"

    def get_fields(self, request, obj=None):
        asked = ["new_value", "new_from", "why", "verified_source"]
        return [*self.readonly_fields, *(asked if self.has_change_permission(request, obj) else ["valid_from", "reason"])]

    def has_add_permission(self, request):
        return False

    def save_form(self, request, form, change):
        """Nothing is written into the row that was opened."""
        return form.instance

    def save_model(self, request, obj, form, change):
        said = form.cleaned_data
        if said["new_value"] is not None:
            set_value(obj.key, said["new_value"], reason=said["why"], valid_from=said["new_from"], by=request.user)
        if said["verified_source"].strip():
            verify(obj.key, source=said["verified_source"], by=request.user)

    def save_related(self, request, form, formsets, change):
        """A parameter has none."""

    def log_change(self, request, obj, message):
        """The action has left its footprint."""
