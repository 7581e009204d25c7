"""What is said in a request about personal information, and in its answer."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AskForm(forms.Form):
    """What is to be corrected, or explained."""

    statement = forms.CharField(
        label=_("What do you ask for?"),
        help_text=_("Name the application or the record, what it says now and what is right. Say nothing that is not needed."),
        min_length=10,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Say what you ask for."), "min_length": _("Explain in at least 10 characters.")},
    )


class DeleteForm(forms.Form):
    """A deletion needs no reason, only that it is meant."""

    is_meant = forms.BooleanField(
        label=_("I have read what is deleted and what is kept. Delete my data."),
        error_messages={"required": _("Tick that you have read what is deleted and what is kept.")},
    )
    statement = forms.CharField(
        label=_("Anything you want to add"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class CloseForm(forms.Form):
    """Closing needs no reason, only that it is meant."""

    is_meant = forms.BooleanField(
        label=_("I have read what happens. Close my account."),
        error_messages={"required": _("Tick that you have read what happens to your applications.")},
    )


class AnswerForm(forms.Form):
    """What the person reads."""

    answer = forms.CharField(
        label=_("What the letter says"),
        help_text=_("In the person’s language if you can. A refusal gives its reasons and names the rule."),
        min_length=10,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write the answer."), "min_length": _("Explain in at least 10 characters.")},
    )
