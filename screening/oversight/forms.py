"""What is said in a mandate, a question, a stop, an attestation, and at the end of a stage."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from positions.admin.languages import in_languages
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.calendar.periods import deadline_instant
from screening.oversight.models import TEXT_LENGTH, Body, Mandate
from screening.oversight.states import WATCHING
from screening.stages.models import REASON_LENGTH

NAME_NOBODY = _("Name nobody and nothing by which a candidate could be recognised; write the candidate’s code.")


def told(label, *, most: int = REASON_LENGTH, help_text="") -> forms.CharField:
    """A text of at least one sentence."""
    errors = {"required": _("Say it in a sentence."), "min_length": _("Explain in at least 10 characters.")}
    widget = forms.Textarea(attrs={"rows": 5})
    return forms.CharField(label=label, help_text=help_text, min_length=10, max_length=most, widget=widget, error_messages=errors)


class BodyForm(forms.ModelForm):
    """A body has its name in every language: whoever it watches over reads it in their own."""

    class Meta:
        model = Body
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in in_languages("name"):
            if name in self.fields:
                self.fields[name].required = True


class GrantForm(forms.ModelForm):
    """Who is sent by whom, until which day, and why."""

    until_on = forms.DateField(label=_("Last day"), widget=forms.DateInput(attrs={"type": "date"}))

    class Meta:
        model = Mandate
        fields = ["body", "person", "lifts_stops", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "person" in self.fields:
            self.fields["person"].queryset = User.objects.with_role(Role.OVERSIGHT_OBSERVER)
            self.fields["body"].queryset = Body.objects.filter(kind__in=WATCHING, is_active=True)

    def clean_until_on(self) -> datetime.date:
        day = self.cleaned_data["until_on"]
        if day < timezone.localdate():
            raise ValidationError(_("This day is over."))
        return day

    def until(self) -> datetime.datetime:
        """The end of the last day, in Shanghai."""
        return deadline_instant(self.cleaned_data["until_on"])


class EndForm(forms.Form):
    """Why a mandate ends before its day."""

    reason = told(_("Why does the mandate end?"))


class AskForm(forms.Form):
    """What the oversight body wants to know."""

    text = told(_("What do you want to know?"), most=TEXT_LENGTH, help_text=NAME_NOBODY)


class AnswerForm(forms.Form):
    """What the oversight body reads."""

    answer = told(_("What is your answer?"), most=TEXT_LENGTH, help_text=NAME_NOBODY)


class StopForm(forms.Form):
    """Why a stage must not go on."""

    reason = told(_("Why must this stage not go on?"), help_text=_("Everybody who works in this stage reads it. Name nobody."))


class LiftForm(forms.Form):
    """Why a stopped stage may go on."""

    ground = told(_("Why may this stage go on?"), help_text=NAME_NOBODY)


class AttestForm(forms.Form):
    """What a body says of a stage."""

    text = told(_("What do you attest?"), most=TEXT_LENGTH, help_text=NAME_NOBODY)


class ExplainForm(forms.Form):
    """Why a stage can close although something is red."""

    reason = told(_("Why can the stage be closed all the same?"), help_text=_("The oversight body reads it."))
