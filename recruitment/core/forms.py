"""Form fields that know no business noun, gathered for those who write forms; and the reader's display choices."""

from django import forms
from django.utils.translation import gettext_lazy as _

from recruitment.core.context import DISPLAY_CHOICES
from recruitment.core.dates import DayField, DayMonthYearField, DayMonthYearWidget, MomentField

__all__ = ["DayField", "DayMonthYearField", "DayMonthYearWidget", "DisplayForm", "FixedForm", "MomentField"]

DISPLAY_LABELS = {"large": _("Large type, one column"), "contrast": _("High contrast")}


class Shown(dict):
    """Fields that are only shown need not be copied."""

    def __deepcopy__(self, memo) -> dict:
        return dict(self)


class FixedForm(forms.Form):
    """A form whose fields are the same for everybody: each is printed once for a language (see `blanks`).

    Danger: a form without data shares its fields with every other; whoever wants one otherwise puts a new one in its place.
    """

    is_fixed = True

    def __init__(self, data=None, files=None, **kwargs):
        if data is None and files is None:
            self.base_fields = Shown(type(self).base_fields)
        super().__init__(data, files, **kwargs)

    def get_context(self) -> dict:
        """What its template shows; errors stand in the groups and in the summary."""
        shown, hidden = [], []
        for field in self:
            (hidden if field.is_hidden else shown).append((field, ()))
        return {"form": self, "fields": shown, "hidden_fields": [field for field, _errors in hidden]}


class DisplayForm(forms.Form):
    """How the reader wants to see the portal."""

    display = forms.MultipleChoiceField(
        label=_("How do you want to see this website?"),
        help_text=_("Your choice is kept on this device for one year."),
        choices=[(choice, DISPLAY_LABELS[choice]) for choice in DISPLAY_CHOICES],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    mark_optional = False
    next = forms.CharField(widget=forms.HiddenInput, required=False)
