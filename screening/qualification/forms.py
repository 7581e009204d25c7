"""What a qualification officer says."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.forms import DayField
from screening.applications.models import Attachment
from screening.qualification.actions import Found
from screening.qualification.actions.checking import STATED
from screening.qualification.conditions import may_follow
from screening.qualification.states import DOUBTS, PROVED, CheckKind, CheckResult, Confidence, DegreeRoute, Method

NOT_STATED = ("", pgettext_lazy("check", "Not stated"))


class DecideForm(forms.Form):
    """One check: what was found and how, on which evidence, until when it counts; only what makes sense for its kind."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    result = forms.ChoiceField(label=_("Result"), choices=CheckResult, error_messages={"required": _("Choose a result.")})
    method = forms.ChoiceField(label=_("How you made sure"), choices=[NOT_STATED, *Method.choices], required=False)
    route = forms.ChoiceField(label=_("Authentication of the degree"), choices=[NOT_STATED, *DegreeRoute.choices], required=False)
    confidence = forms.ChoiceField(label=_("How sure you are"), choices=[NOT_STATED, *Confidence.choices], required=False)
    evidence = forms.ModelChoiceField(Attachment.objects.none(), label=_("Evidence"), required=False, empty_label=_("No document"))
    page = forms.CharField(label=_("Page"), max_length=20, required=False)
    certificate_number = forms.CharField(
        label=_("Number of the certificate"), max_length=60, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    issued_on = DayField(label=_("Issued on"), required=False)
    due_on = DayField(label=_("Proof due (if provisional)"), required=False)
    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, application, check, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["evidence"].queryset = application.attachments.select_related("document")
        if check.kind != CheckKind.DEGREE:
            del self.fields["route"]
        if check.kind not in PROVED and check.kind != CheckKind.DOCUMENT:
            del self.fields["certificate_number"], self.fields["issued_on"]
        if not may_follow(check):
            del self.fields["due_on"]
            self.fields["result"].choices = [choice for choice in CheckResult.choices if choice[0] != CheckResult.PROVISIONAL]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("result") in DOUBTS and not cleaned.get("note", "").strip():
            self.add_error("note", _("Say why the requirement is not met or unclear. The candidate reads this sentence."))
        return cleaned

    def found(self) -> Found:
        """What the action is told."""
        told = {name: answer for name, answer in self.cleaned_data.items() if name != "seen"}
        return Found(**{**told, "certificate_number": told.get("certificate_number") or None})

    @classmethod
    def initial_of(cls, check) -> dict:
        """What was decided, as the form shows it; `seen` is the stamp of that decision."""
        shown = {name: getattr(check, name) for name in STATED if name != "evidence"}
        return {**shown, "evidence": check.evidence_id, "seen": check.stamp}


class CorrectionForm(forms.Form):
    """One complete request."""

    message = forms.CharField(
        label=_("Message to the candidate"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The request lists every check that is unclear or not met, with your notes. Add here what helps."),
    )  # fmt: skip
    due_on = DayField(label=_("Corrections due by"), error_messages={"required": _("Enter the day by which corrections are due.")})
    reason_again = forms.CharField(
        label=_("Why was this not asked the first time?"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only if something is asked that lay before you at the first request already. The oversight body reads it: name nobody."),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["due_on"].initial = timezone.localdate() + datetime.timedelta(days=14)

    def clean_due_on(self) -> datetime.date:
        due_on = self.cleaned_data["due_on"]
        if due_on <= timezone.localdate():
            raise forms.ValidationError(_("Give the candidate at least until tomorrow."))
        return due_on


class RefuseForm(forms.Form):
    """What the letter will say."""

    sentence = forms.CharField(
        label=_("What the letter says"), max_length=2000, min_length=20, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("In the candidate’s language if you can; it goes into the letter as you write it, after a second person agreed."),
        error_messages={"required": _("Write the sentence for the letter."), "min_length": _("Explain in at least 20 characters.")},
    )  # fmt: skip
