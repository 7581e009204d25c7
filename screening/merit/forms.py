"""What is asked when a list is drawn up or sent back."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from screening.merit.models import MeritList, QualityReport, Shortlist
from screening.merit.queries import hindrance, obstacle
from screening.merit.states import SHORTEST_REASON
from screening.merit.table import red_label


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


class ExplainForm(forms.Form):
    """Why a red item does not keep the stage from closing."""

    needs_row = True

    item = forms.ChoiceField(label=_("Red item"), error_messages={"required": _("Choose the item.")})
    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("The oversight body reads it."),
        widget=forms.Textarea(attrs={"rows": 4}),
        min_length=SHORTEST_REASON,
        max_length=2000,
        error_messages={"required": _("Enter the reason.")},
    )

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = [(item, red_label(item)) for item in row.unexplained()]
