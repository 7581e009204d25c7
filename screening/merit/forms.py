"""What is asked when a list is drawn up or sent back."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from screening.merit.models import MeritList, QualityReport, Shortlist
from screening.merit.queries import hindrance, obstacle


class DrawUpForm(forms.ModelForm):
    """For which post everybody is ranked."""

    class Meta:
        model = MeritList
        fields = ["position"]

    def clean_position(self):
        reason = obstacle(self.cleaned_data["position"])
        if reason:
            raise ValidationError(reason)
        return self.cleaned_data["position"]


class DiscardForm(forms.Form):
    """Why a list is sent back."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        error_messages={"required": _("Enter the reason.")},
    )


class ShortlistForm(forms.ModelForm):
    """For which post it is decided who is interviewed."""

    class Meta:
        model = Shortlist
        fields = ["position"]

    def clean_position(self):
        reason = hindrance(self.cleaned_data["position"])
        if reason:
            raise ValidationError(reason)
        return self.cleaned_data["position"]


class ReportForm(forms.ModelForm):
    """Which stage of which post is looked at."""

    class Meta:
        model = QualityReport
        fields = ["position", "gate"]
