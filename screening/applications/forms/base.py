"""What every section of the form shares: it may be kept half filled, it is strict when it is to be complete, it reads itself aloud."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django_countries.fields import MultipleCountriesDescriptor

from recruitment.core import spoken_dates
from recruitment.core.forms import FixedForm

# The least and the most that a date of a life can be.
EARLIEST = datetime.date(1930, 1, 1)
LATEST = datetime.date(2100, 1, 1)
# Characters that turn the order of a line about and cannot be seen; nobody's name needs them.
TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
FAR = _("Check the year; it lies too far away.")


class YesNoField(forms.TypedChoiceField):
    """A question to be answered with yes or no, in the words of that question; a boolean, or None while it is open."""

    def __init__(self, *, yes, no, **kwargs):
        super().__init__(
            choices=[("yes", yes), ("no", no)], coerce=lambda answer: answer == "yes", empty_value=None, widget=forms.RadioSelect, **kwargs
        )

    def prepare_value(self, value):
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value

    def has_changed(self, initial, data) -> bool:
        return (self.prepare_value(initial) or "") != (data or "")


class SectionForm(FixedForm):
    """One section, or one entry of it. `whole` asks for everything; otherwise what is there must only be possible."""

    def __init__(self, data=None, *, row=None, whole: bool = True, **kwargs):
        super().__init__(data, initial=self.read(row) if row is not None else {}, **kwargs)
        self.whole = whole

    @classmethod
    def read(cls, row) -> dict[str, Any]:
        """The row's answers by the names of the fields."""
        return {name: _plain(getattr(row, name)) for name in cls.base_fields if hasattr(row, name)}

    def values(self) -> dict[str, Any]:
        """What can be kept of the answers, by the names of the columns; answers with an error are left out."""
        return dict(self.cleaned_data)

    @classmethod
    def contradictions(cls, values: dict[str, Any]) -> dict[str, Any]:
        """What cannot even be kept as a draft: field → sentence."""
        return {}

    @classmethod
    def complaints(cls, values: dict[str, Any]) -> dict[str, Any]:
        """What stands in the way of being complete: field → sentence."""
        return {}

    @classmethod
    def lacks(cls, row) -> list[str]:
        """What a stored row lacks to be complete, in sentences."""
        values = cls.read(row)
        asked = [field for name, field in cls.base_fields.items() if field.required and values.get(name) in (None, "", [])]
        found = {**cls.complaints(values), **cls.contradictions(values)}
        return [str(field.error_messages["required"]) for field in asked] + [str(text) for text in found.values()]

    def full_clean(self) -> None:
        """Without `whole` nothing is required; the labels still say what will be."""
        asked = [] if self.whole else [field for field in self.fields.values() if field.required]
        for field in asked:
            field.required = False
        super().full_clean()
        for field in asked:
            field.required = True

    def clean(self) -> dict[str, Any]:
        self.cleaned_data = plainly(self.cleaned_data)
        found = self.complaints(self.cleaned_data) if self.whole else {}
        for name, sentence in {**found, **self.contradictions(self.cleaned_data)}.items():
            if name not in self.errors:
                self.add_error(name, sentence)
        return self.cleaned_data

    def answers(self) -> list[tuple[str, str, str]]:
        """(name, label, answer) as a person reads them, from the stored row."""
        return [(name, str(field.label), self.spoken(name, self.initial.get(name))) for name, field in self.fields.items()]

    def spoken(self, name: str, value: Any) -> str:
        """One answer in words; empty when there is none."""
        field = self.fields[name]
        if value is None or value == "":
            return ""
        if hasattr(field, "spoken"):
            return field.spoken(value)
        if isinstance(field, forms.ChoiceField):
            chosen = field.prepare_value(value)
            return next((str(label) for code, label in field.choices if str(code) == str(chosen)), "")
        if isinstance(value, datetime.date):
            return spoken_dates.day(value)
        return str(value)


def _plain(value: Any) -> Any:
    """A country by its code; everything else as it is."""
    if isinstance(value, list | MultipleCountriesDescriptor):
        return [_plain(one) for one in value]
    return value.code if hasattr(value, "alpha3") else value


def plainly(values: dict[str, Any]) -> dict[str, Any]:
    """The answers without characters that make a line read otherwise than it is written."""
    return {name: value.translate(TURNING) if isinstance(value, str) else value for name, value in values.items()}


def far_dates(values: dict[str, Any], *names: str) -> dict[str, Any]:
    """Dates outside of anybody's life."""
    return {name: FAR for name in names if values.get(name) and not EARLIEST <= values[name] <= LATEST}
