"""What a post asks for, on HR's desk: requirements with a form for each kind, and documents."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modeltranslation.admin import TranslationStackedInline
from modeltranslation.utils import build_localized_fieldname as localized

from positions.admin.languages import in_languages
from positions.admin.params import DEFAULTS, ParamsField
from positions.conditions import check_params
from positions.conditions.sentences import LANGUAGES, in_all_languages
from positions.models import EligibilityRule, RequiredDocument
from positions.permissions import may_edit
from positions.states import PositionState as State


class RuleForm(forms.ModelForm):
    """One requirement: a small form of its kind, and its sentences, proposed where they are empty."""

    propose = forms.BooleanField(
        label=_("Write the sentences anew from the details"),
        help_text=_("Sentences that are empty are always proposed; you can put them better afterwards."),
        required=False,
    )

    class Meta:
        model = EligibilityRule
        fields = ["order", "kind", "sentence"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code in LANGUAGES:
            if (column := localized("sentence", code)) in self.fields:
                self.fields[column].required = False
        if self._may_write():
            kind = self.instance.kind if self.instance.pk else ""
            self.fields["params"] = ParamsField(label=pgettext_lazy("requirement", "Details"), kind=kind, params=self.instance.params)

    def _may_write(self) -> bool:
        return "kind" in self.fields

    def clean(self):
        cleaned = super().clean()
        kind = cleaned.get("kind")
        if self.errors or not kind:
            return cleaned
        if not self.instance.pk or kind != self.initial.get("kind"):
            cleaned["params"] = DEFAULTS[kind]
        for sentence in check_params(kind, cleaned["params"]):
            self.add_error("params", sentence)
        if not self.errors:
            self._propose(cleaned)
        return cleaned

    def _propose(self, cleaned: dict) -> None:
        """Into every sentence that is empty, or into all when asked."""
        proposed = in_all_languages(cleaned["kind"], cleaned["params"])
        for code in LANGUAGES:
            column = localized("sentence", code)
            if cleaned.get("propose") or not (cleaned.get(column) or "").strip():
                cleaned[column] = proposed[code][:500]

    def _post_clean(self):
        super()._post_clean()
        if "params" in self.cleaned_data:
            self.instance.params = self.cleaned_data["params"]


class DraftInline(TranslationStackedInline):
    """Rows that are written while the post is a draft and only read afterwards."""

    extra = 0
    classes = ["collapse"]

    def _may_write(self, request, position) -> bool:
        return position is None or (position.state == State.DRAFTED and may_edit(position, request.user))

    def get_extra(self, request, obj=None, **kwargs):
        """One empty row, so that it can be filled in without JavaScript too."""
        return 1 if self._may_write(request, obj) else 0

    def has_view_permission(self, request, obj=None):
        return True

    def has_add_permission(self, request, obj=None):
        return self._may_write(request, obj)

    def has_change_permission(self, request, obj=None):
        return self._may_write(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self._may_write(request, obj)


class EligibilityRuleInline(DraftInline):
    model = EligibilityRule
    form = RuleForm

    def get_fields(self, request, obj=None):
        details = ["params", "propose"] if self._may_write(request, obj) else ["params"]
        return ["order", "kind", *details, *in_languages("sentence")]


class RequiredDocumentInline(DraftInline):
    model = RequiredDocument
    fields = ["order", "kind", "required", *in_languages("sentence")]
