"""What is said about handing in late: why, and the decision with its reason."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recruitment.calendar.periods import deadline_instant
from recruitment.calendar.queries import add_working_days
from recruitment.core.forms import MomentField
from recruitment.policy.queries import value


class LateForm(forms.Form):
    """Why it could not be handed in in time."""

    reason = forms.CharField(
        label=_("Why could you not hand in in time?"),
        help_text=_("Say what happened and when. A reason that was not your fault is more likely to be accepted."),
        min_length=20,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Say why you could not hand in in time."), "min_length": _("Explain in at least 20 characters.")},
    )


class RefuseLateForm(forms.Form):
    """Why not; the candidate reads it."""

    answer = forms.CharField(
        label=_("Reason for the decision"),
        help_text=_("The candidate reads it. Equal cases are decided alike; the board shows how many were approved for each post."),
        min_length=10,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Give the reason for the decision."), "min_length": _("Explain in at least 10 characters.")},
    )


class ApproveLateForm(RefuseLateForm):
    """Until when, and why."""

    until = MomentField(label=_("New deadline for this person"), error_messages={"required": _("Enter the new deadline.")})

    field_order = ["until", "answer"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["until"].initial = deadline_instant(add_working_days(timezone.localdate(), 2).ends_on) - datetime.timedelta(minutes=1)

    def clean_until(self) -> datetime.datetime:
        until, days = self.cleaned_data["until"], value("late.most_working_days")
        if until <= timezone.now() or timezone.localdate(until) > add_working_days(timezone.localdate(), days).ends_on:
            raise forms.ValidationError(_("The new deadline lies in the future and within %(days)s working days.") % {"days": days})
        return until
