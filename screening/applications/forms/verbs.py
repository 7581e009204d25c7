"""What is asked when the candidate does something to the whole file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from screening.applications.states import WithdrawalReason


class SubmitForm(forms.Form):
    """The last word before the file is handed in."""

    is_true = forms.BooleanField(
        label=_(
            "I declare that everything stated in this application is true and complete, and that the documents are genuine. I know that a "
            "false statement ends the application, or the appointment, at any time."
        ),
        error_messages={"required": _("Tick the declaration of truthfulness; without it the application cannot be handed in.")},
    )


class WithdrawForm(forms.Form):
    """Nobody has to say why."""

    code = forms.ChoiceField(
        label=_("Why do you withdraw?"),
        help_text=_("You need not say. What you choose or write is read by the office only and has no effect on other applications."),
        choices=[(reason.value, reason.label) for reason in WithdrawalReason if reason != WithdrawalReason.CONSENT],
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose one of the reasons, or none.")},
    )
    reason = forms.CharField(
        label=_("Anything you want to add"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class CopyForm(forms.Form):
    """From which of the earlier applications."""

    source = forms.ModelChoiceField(
        label=_("Copy from this application"),
        queryset=None,
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an application."), "invalid_choice": _("Choose an application of the list.")},
    )

    def __init__(self, data=None, *, sources):
        super().__init__(data, initial={"source": sources.first()})
        self.fields["source"].queryset = sources
        self.fields["source"].label_from_instance = _named


def _named(application) -> str:
    """The post, and the number where there is one."""
    return f"{application.position.title} ({application})"
