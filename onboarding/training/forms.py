"""What HR says about a course."""

from django import forms
from django.utils.translation import gettext_lazy as _

from onboarding.appointments.models import Appointment
from onboarding.training.models import Course
from recruitment.core.forms import DayField


class EnrolForm(forms.Form):
    """Who takes which course."""

    appointment = forms.ModelChoiceField(
        Appointment.objects.none(), label=_("Officer"), error_messages={"required": _("Choose an officer.")}
    )
    course = forms.ModelChoiceField(Course.objects.all(), label=_("Course"), error_messages={"required": _("Choose a course.")})

    def __init__(self, *args, appointments, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["appointment"].queryset = appointments


class CompleteForm(forms.Form):
    """When and how it was completed."""

    completed_on = DayField(label=_("Completed on"), error_messages={"required": _("Enter the day of completion.")})
    result = forms.CharField(label=_("Result"), max_length=200, required=False)
