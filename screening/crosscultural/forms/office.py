"""What HR and key holders fill in."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.core.forms import DayField, MomentField
from recruitment.policy.queries import value
from screening.crosscultural.states import MOST_EXTRA

DAYS_OF_A_MONTH = 31


class OfferForm(forms.Form):
    """A row of slots: when the first begins, how long each takes, and how many there are."""

    starts_at = MomentField(label=_("First slot begins"), error_messages={"required": _("Enter when the first slot begins.")})
    minutes = forms.IntegerField(label=_("Minutes for each"), min_value=10, max_value=240, initial=45)
    pause = forms.IntegerField(label=_("Minutes between two slots"), min_value=0, max_value=240, initial=15)
    number = forms.IntegerField(label=_("How many slots"), min_value=1, max_value=40, initial=6)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    online_link = forms.URLField(label=_("Address of the video room"), assume_scheme="https", max_length=200, required=False)

    def clean_starts_at(self):
        if self.cleaned_data["starts_at"] <= timezone.now():
            raise forms.ValidationError(_("The first slot must lie ahead."))
        return self.cleaned_data["starts_at"]

    def clean(self):
        """What the verb asks for: begin and end of each slot, and where."""
        told = super().clean()
        if not self.errors and not (told["place"] or told["online_link"]):
            self.add_error("place", _("Enter a place or the address of a video room."))
        if self.errors:
            return told
        length, step = datetime.timedelta(minutes=told["minutes"]), datetime.timedelta(minutes=told["minutes"] + told["pause"])
        begins = [told["starts_at"] + place * step for place in range(told["number"])]
        return {"times": [(begin, begin + length) for begin in begins], "place": told["place"], "online_link": told["online_link"]}


class KeyForm(forms.Form):
    """What the key holder remarks: the place, who else is present."""

    note = forms.CharField(label=_("Remark"), widget=forms.Textarea(attrs={"rows": 2}), max_length=500, required=False)


class ExtendForm(forms.Form):
    """How many minutes more, in all, and why."""

    minutes = forms.IntegerField(
        label=_("Additional minutes in all"),
        min_value=0,
        max_value=MOST_EXTRA,
        error_messages={"required": _("Enter the number of minutes.")},
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        error_messages={"required": _("Enter the reason.")},
    )


class RecordingForm(forms.Form):
    """Where a recording is kept, by whom, until when. The recording itself is never uploaded."""

    place = forms.CharField(label=_("Where it is kept"), max_length=200, error_messages={"required": _("Enter where it is kept.")})
    keeper = forms.CharField(label=_("Kept by"), max_length=150, error_messages={"required": _("Enter who keeps it.")})
    keep_until = DayField(label=_("Kept until"), error_messages={"required": _("Enter the day on which it is destroyed.")})

    def clean_keep_until(self):
        until, today = self.cleaned_data["keep_until"], timezone.localdate()
        if until <= today:
            raise forms.ValidationError(_("The day must lie ahead."))
        # Until the round has closed nobody knows its last day; a year on top of the period is enough for every round.
        if until > today + datetime.timedelta(days=DAYS_OF_A_MONTH * (value("retention.recording_months") + 12)):
            raise forms.ValidationError(_("A recording is not kept so long. Choose an earlier day."))
        return until


class ResultForm(forms.Form):
    """What a licensed instrument gave; its items are never entered."""

    provider = forms.CharField(label=_("Provider"), max_length=150, error_messages={"required": _("Enter the provider.")})
    name = forms.CharField(label=_("Instrument"), max_length=150, error_messages={"required": _("Enter the instrument.")})
    licence_ref = forms.CharField(
        label=_("Reference of the licence"), max_length=100, error_messages={"required": _("Enter the reference of the licence.")}
    )
    score = forms.CharField(label=_("Result"), max_length=60, error_messages={"required": _("Enter the result.")})
    percentile = forms.IntegerField(label=_("Percentile"), min_value=0, max_value=100, required=False)
    date = DayField(label=_("Day of the test"), error_messages={"required": _("Enter the day of the test.")})

    def clean_date(self):
        if self.cleaned_data["date"] > timezone.localdate():
            raise forms.ValidationError(_("The day of the test lies in the future."))
        return self.cleaned_data["date"]

    def clean(self):
        """The verb asks for one thing: the result as a whole."""
        told = super().clean()
        if self.errors:
            return told
        percentile = told["percentile"]
        return {"told": {**told, "percentile": "" if percentile is None else str(percentile)}}
