"""What a qualification officer says."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.core.forms import DayField
from screening.applications.models import Attachment
from screening.qualification.states import CheckResult


class DecideForm(forms.Form):
    """One check: the result, the evidence, the note."""

    result = forms.ChoiceField(label=_("Result"), choices=CheckResult, error_messages={"required": _("Choose a result.")})
    evidence = forms.ModelChoiceField(Attachment.objects.none(), label=_("Evidence"), required=False, empty_label=_("No document"))
    page = forms.CharField(label=_("Page"), max_length=20, required=False)
    note = forms.CharField(label=_("Note"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, application, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["evidence"].queryset = application.attachments.select_related("document")

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("result") in (CheckResult.NOT_MET, CheckResult.UNCLEAR) and not cleaned.get("note", "").strip():
            self.add_error("note", _("Say why the requirement is not met or unclear. The candidate reads this sentence."))
        return cleaned


class CorrectionForm(forms.Form):
    """One complete request."""

    message = forms.CharField(
        label=_("Message to the candidate"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The request lists every check that is unclear or not met, with your notes. Add here what helps."),
    )  # fmt: skip
    due_on = DayField(label=_("Corrections due by"), error_messages={"required": _("Enter the day by which corrections are due.")})
    reason_again = forms.CharField(
        label=_("Why was this not asked the first time?"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only for a second request."),
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
