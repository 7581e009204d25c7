"""What is measured."""

from django import forms
from django.utils.translation import gettext_lazy as _

from onboarding.contribution.models import Indicator, Measurement
from recruitment.core.forms import DayField


class RegisterForm(forms.Form):
    """One figure of one period."""

    indicator = forms.ModelChoiceField(
        Indicator.objects.all(), label=_("Indicator"), error_messages={"required": _("Choose an indicator.")}
    )
    period_from = DayField(label=_("Period from"), error_messages={"required": _("Enter the first day of the period.")})
    period_until = DayField(label=_("Period until"), error_messages={"required": _("Enter the last day of the period.")})
    baseline = forms.DecimalField(label=_("Baseline"), required=False, max_digits=12, decimal_places=2)
    value = forms.DecimalField(label=_("Value"), max_digits=12, decimal_places=2, error_messages={"required": _("Enter the value.")})
    number = forms.IntegerField(
        label=_("Number of cases or answers"),
        min_value=0,
        max_value=10_000_000,
        error_messages={"required": _("Enter how many cases or answers it rests on.")},
    )

    def clean(self):
        cleaned = super().clean()
        begin, end = cleaned.get("period_from"), cleaned.get("period_until")
        if begin and end and end <= begin:
            self.add_error("period_until", _("The period ends before it begins."))
        elif begin and end and Measurement.objects.filter(indicator=cleaned.get("indicator"), period_from=begin, period_until=end).exists():
            self.add_error("period_until", _("This period is registered already."))
        return cleaned

    def answers(self) -> dict:
        """What the action is called with."""
        told = dict(self.cleaned_data)
        told["period"] = (told.pop("period_from"), told.pop("period_until"))
        return told
