"""What a publicity officer says."""

from django import forms
from django.utils.translation import gettext_lazy as _

from positions.models import Department
from publicity.notices.states import Outcome


class DrawUpForm(forms.Form):
    """For which department."""

    department = forms.ModelChoiceField(
        Department.objects.all(), label=_("Recruiting authority"), error_messages={"required": _("Choose the recruiting authority.")}
    )


class ResolveForm(forms.Form):
    """How a deferral ends."""

    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=[(Outcome.PROCEED.value, Outcome.PROCEED.label), (Outcome.NOT_APPOINTED.value, Outcome.NOT_APPOINTED.label)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an outcome.")},
    )
