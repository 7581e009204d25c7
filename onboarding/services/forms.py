"""What is said about a service request."""

from django import forms
from django.utils.translation import gettext_lazy as _

from onboarding.services.models import ServiceKind
from onboarding.services.states import Grade


class OpenForm(forms.Form):
    """What is needed."""

    kind = forms.ModelChoiceField(
        ServiceKind.objects.all(), label=_("What is it about?"), error_messages={"required": _("Choose what it is about.")}
    )
    request = forms.CharField(
        label=_("What do you need?"), max_length=3000, min_length=10, widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Describe what you need."), "min_length": _("Describe what you need in at least 10 characters.")},
    )  # fmt: skip


class TickForm(forms.Form):
    """Which lines of the checklist are done."""

    done = forms.MultipleChoiceField(label=_("Done so far"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["done"].choices = [(line["key"], line["text"]) for line in lines]
        self.fields["done"].initial = [line["key"] for line in lines if line["done"]]


class CloseForm(forms.Form):
    """What was reached."""

    outcome = forms.CharField(
        label=_("What was reached?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say what was reached.")},
    )


class RateForm(forms.Form):
    """How satisfied the officer is."""

    grade = forms.TypedChoiceField(
        label=_("How satisfied are you?"),
        choices=Grade,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a grade.")},
    )
