"""What HR and the appointee say."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from onboarding.appointments.states import PermitClass, PermitKind
from recruitment.core.forms import DayField


def _clause(label):
    return forms.CharField(
        label=label,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("A contract cannot be concluded without this clause.")},
    )


class OfferForm(forms.Form):
    """Terms that are put to the person; term and probation come from the post."""

    annual_salary = forms.DecimalField(
        label=_("Salary, CNY a year"),
        min_value=1,
        max_value=10_000_000,
        decimal_places=2,
        error_messages={"required": _("Enter the salary.")},
    )
    planned_start_on = DayField(label=_("Planned first day"), error_messages={"required": _("Enter the planned first day.")})
    answer_by = DayField(label=_("Answer expected by"), error_messages={"required": _("Enter the day by which an answer is expected.")})

    def clean(self):
        cleaned = super().clean()
        answer_by, begin = cleaned.get("answer_by"), cleaned.get("planned_start_on")
        if answer_by and answer_by <= timezone.localdate():
            self.add_error("answer_by", _("Give the person at least until tomorrow."))
        if answer_by and begin and begin <= answer_by:
            self.add_error("planned_start_on", _("The first day lies after the day of the answer."))
        return cleaned


class DeclineForm(forms.Form):
    """Why somebody does not take the post."""

    reason = forms.CharField(label=_("Reason"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}))


class ConcludeForm(forms.Form):
    """The contract with its five mandatory blocks."""

    contract_no = forms.CharField(label=_("Contract number"), max_length=60, error_messages={"required": _("Enter the contract number.")})
    signed_on = DayField(label=_("Signed on"), error_messages={"required": _("Enter the day of signing.")})
    clause_term = _clause(_("Clause: term"))
    clause_duties = _clause(_("Clause: position and duties"))
    clause_pay = _clause(_("Clause: pay"))
    clause_insurance = _clause(_("Clause: benefits and insurance"))
    clause_liability = _clause(_("Clause: liability for breach"))


class FileForm(forms.Form):
    """The filing with the authority."""

    authority = forms.CharField(label=_("Competent authority"), max_length=200, error_messages={"required": _("Enter the authority.")})
    receipt_no = forms.CharField(label=_("Receipt number"), max_length=60, error_messages={"required": _("Enter the receipt number.")})
    filed_on = DayField(label=_("Filed on"), error_messages={"required": _("Enter the day of filing.")})


class PermitForm(forms.Form):
    """One permit."""

    kind = forms.ChoiceField(label=_("Kind"), choices=PermitKind, error_messages={"required": _("Choose the kind of permit.")})
    permit_class = forms.ChoiceField(label=_("Class of the work permit"), choices=[("", _("None")), *PermitClass.choices], required=False)
    number = forms.CharField(label=_("Number"), max_length=40, error_messages={"required": _("Enter the number of the permit.")})
    valid_from = DayField(label=_("Valid from"), error_messages={"required": _("Enter the first day of validity.")})
    valid_until = DayField(label=_("Valid until"), error_messages={"required": _("Enter the last day of validity.")})

    def clean(self):
        cleaned = super().clean()
        begin, end = cleaned.get("valid_from"), cleaned.get("valid_until")
        if begin and end and end < begin:
            self.add_error("valid_until", _("The permit ends before it begins."))
        return cleaned


class StartForm(forms.Form):
    """The first day of service."""

    duty_started_on = DayField(label=_("First day of service"), error_messages={"required": _("Enter the first day of service.")})

    def clean_duty_started_on(self) -> datetime.date:
        day = self.cleaned_data["duty_started_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Record the first day when it has come."))
        return day


class EndForm(forms.Form):
    """Why the service ends."""

    reason = forms.CharField(label=_("Reason for the end"), max_length=300, error_messages={"required": _("Give the reason.")})
