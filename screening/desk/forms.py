"""What is asked when a file is handed to somebody, or proposed for rejection."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.accounts.models import User
from screening.applications.states import RejectionReason, State
from screening.desk.queries import officers_for
from screening.desk.states import REASONS


class AssignForm(forms.Form):
    """Whose queue the file goes into; for one file its department's officers are offered, for several those of the reader's departments."""

    needs_row = True

    officer = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Case officer"),
        help_text=_("HR and qualification officers of the department. The file appears in that person’s queue."),
        empty_label=pgettext_lazy("officer", "Choose an officer"),
        error_messages={"required": _("Choose the officer."), "invalid_choice": _("Choose an officer from the list.")},
    )

    def __init__(self, *args, row=None, codes=None, **kwargs):
        super().__init__(*args, **kwargs)
        offered = officers_for([row.position.department.code] if row else codes)
        self.fields["officer"].queryset = offered.exclude(pk=row.candidate_id) if row else offered


class ProposeForm(forms.Form):
    """Why a file should not go on."""

    needs_row = True

    reason = forms.ChoiceField(label=_("Reason"), widget=forms.RadioSelect, error_messages={"required": _("Choose the reason.")})
    sentence = forms.CharField(
        label=_("What the letter says"), max_length=2000, min_length=20, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("In the candidate’s language if you can; it goes into the letter as you write it, after a second person agreed."),
        error_messages={"required": _("Write the sentence for the letter."), "min_length": _("Explain in at least 20 characters.")},
    )  # fmt: skip

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        reasons = REASONS.get(State(row.state), ())
        self.fields["reason"].choices = [(reason.value, RejectionReason(reason).label) for reason in reasons]
