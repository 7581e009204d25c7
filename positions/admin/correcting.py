"""What is asked when a public post is corrected or its deadline extended: first which part, then the new words in every language."""

import copy

from django import forms
from django.conf import settings
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname as localized

from positions.conditions import material
from positions.models import Position
from positions.states import RefusalReason, WorkingLanguage
from recruitment.core.forms import DayField, MomentField

LINES = ("title", "summary", "place", "approving_authority")
MAY_BE_EMPTY = ("salary_min", "salary_max", "salary_public", "test_on", "interview_on")


def label_of(name: str):
    return capfirst(Position._meta.get_field(name).verbose_name)


class RefuseForm(forms.Form):
    """Why a second person does not let a post go out."""

    reason = forms.ChoiceField(label=_("Reason"), choices=RefusalReason, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("What has to be different"),
        help_text=_("The author reads this in a letter; it stays with the post."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
    )


class NoteForm(forms.Form):
    """Why a correction does not go out."""

    note = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)


class ChooseForm(forms.Form):
    """Which part of the post is corrected."""

    field = forms.ChoiceField(
        label=_("What is corrected?"),
        help_text=_("One part at a time; each becomes a public correction with a number of its own."),
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, rows=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["field"].choices = [*((name, label_of(name)) for name in material.CORRECTABLE), *rows]


class ReasonedForm(forms.Form):
    """Asks for the public reason in every language."""

    def __init__(self, *args, row: Position, **kwargs):
        super().__init__(*args, **kwargs)
        self.row = row
        for code, language in settings.LANGUAGES:
            self.fields[localized("reason", code)] = forms.CharField(
                label=format_lazy("{} · {}", _("Public reason"), language),
                widget=forms.Textarea(attrs={"rows": 2, "lang": code}),
                max_length=500,
            )

    def reasons(self) -> dict[str, str]:
        return {code: self.cleaned_data[localized("reason", code)] for code in material.LANGUAGES}


class CorrectForm(ReasonedForm):
    """The new value of one part, with the present one to start from."""

    def __init__(self, *args, row: Position, field: str, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        self.field = field
        asked = self._texts() if field in material.TEXTS else {"value": self._fact()}
        self.fields = asked | self.fields

    def _texts(self) -> dict[str, forms.Field]:
        widget = forms.TextInput if self.field in LINES else forms.Textarea
        standing = material.value_of(self.row, self.field)
        return {
            localized("text", code): forms.CharField(
                label=format_lazy("{} · {}", label_of(self.field), language),
                initial=standing[code],
                max_length=Position._meta.get_field(self.field).max_length,
                widget=widget(attrs={"lang": code}),
            )
            for code, language in settings.LANGUAGES
        }

    def _fact(self) -> forms.Field:
        initial = getattr(self.row, self.field)
        told = {"label": label_of(self.field), "initial": initial, "required": self.field not in MAY_BE_EMPTY}
        if self.field == "working_languages":
            return forms.MultipleChoiceField(choices=WorkingLanguage, widget=forms.CheckboxSelectMultiple, **told)
        if self.field in ("test_on", "interview_on"):
            return DayField(**told)
        return Position._meta.get_field(self.field).formfield(**told)

    def new_value(self):
        if self.field in material.TEXTS:
            return {code: self.cleaned_data[localized("text", code)] for code in material.LANGUAGES}
        value = self.cleaned_data["value"]
        return value.isoformat() if hasattr(value, "isoformat") else value

    def clean(self):
        super().clean()
        if self.errors:
            return self.cleaned_data
        for sentence in material.objections(copy.copy(self.row), self.field, self.new_value()):
            self.add_error(None, sentence)
        return {"field": self.field, "new": self.new_value(), "reasons": self.reasons()}


class ExtendForm(ReasonedForm):
    """The new deadline, by the clock of Shanghai."""

    closes_at = MomentField(label=_("New deadline"), help_text=_("Shanghai time, such as 2026-09-30 17:00."))

    def clean(self):
        super().clean()
        if self.errors:
            return self.cleaned_data
        closes_at = self.cleaned_data["closes_at"]
        for sentence in material.objections_to_deadline(self.row, closes_at):
            self.add_error("closes_at", sentence)
        return {"closes_at": closes_at, "reasons": self.reasons()}
