"""Form fields that know no business noun, gathered for those who write forms; and the reader's display choices."""

from django import forms
from django.utils.translation import gettext_lazy as _

from recruitment.core.context import DISPLAY_CHOICES
from recruitment.core.dates import DayField, DayMonthYearField, DayMonthYearWidget, MomentField

__all__ = ["DayField", "DayMonthYearField", "DayMonthYearWidget", "DisplayForm", "MomentField"]

DISPLAY_LABELS = {"large": _("Large type, one column"), "contrast": _("High contrast")}


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
