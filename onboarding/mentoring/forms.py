"""What is said about a session, in few fields for a small screen."""

import datetime
import uuid

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from onboarding.mentoring.states import Topic
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.core.forms import DayField

MINUTES = (30, 45, 60, 90, 120)


class LogForm(forms.Form):
    """One session."""

    form_key = forms.UUIDField(widget=forms.HiddenInput)
    held_on = DayField(label=_("Day of the session"), error_messages={"required": _("Enter the day of the session.")})
    minutes = forms.TypedChoiceField(
        label=_("How long?"),
        choices=[(minutes, minutes) for minutes in MINUTES],
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how long the session took.")},
    )
    topics = forms.MultipleChoiceField(
        label=_("What was it about?"),
        choices=Topic,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one topic.")},
    )
    agreed = forms.CharField(label=_("What did you agree?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    note = forms.CharField(
        label=_("Note for the two of you"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Only you and your mentee can read it. HR sees the day and the length, nothing else."),
    )  # fmt: skip
    next_on = DayField(label=_("Next session"), required=False)

    def __init__(self, *args, pairing, **kwargs):
        super().__init__(*args, **kwargs)
        self.pairing = pairing
        self.fields["minutes"].choices = [
            (minutes, ngettext("%(minutes)d minute", "%(minutes)d minutes", minutes) % {"minutes": minutes}) for minutes in MINUTES
        ]
        self.fields["form_key"].initial = uuid.uuid4()
        self.fields["held_on"].initial = timezone.localdate()

    def clean_held_on(self) -> datetime.date:
        day = self.cleaned_data["held_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("The day lies in the future. Log a session after it was held."))
        if day < self.pairing.since:
            raise forms.ValidationError(_("The day lies before you were paired."))
        return day

    def clean_next_on(self) -> datetime.date | None:
        day = self.cleaned_data["next_on"]
        if day and day <= timezone.localdate():
            raise forms.ValidationError(_("The next session lies in the future."))
        return day


class PairForm(forms.Form):
    """Whom to pair."""

    mentor = forms.ModelChoiceField(User.objects.none(), label=_("Mentor"), error_messages={"required": _("Choose a mentor.")})
    goals = forms.CharField(label=_("Goals"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mentor"].queryset = User.objects.with_role(Role.MENTOR)
