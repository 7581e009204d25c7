"""What is asked when seats are given and taken back, and when somebody steps back from a file."""

from django import forms
from django.utils.translation import gettext_lazy as _

from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from screening.applications.models import Application
from screening.assessors.models import REASON_LENGTH, Membership, Panel
from screening.assessors.states import Ground, PanelKind


class SeatForm(forms.Form):
    """Who takes a seat, sent by whom."""

    assessor = forms.ModelChoiceField(
        label=_("Assessor"), queryset=User.objects.none(), error_messages={"required": _("Choose an assessor.")}
    )
    institution = forms.CharField(
        label=_("Institution"), max_length=200, error_messages={"required": _("Enter the institution that sends the assessor.")}
    )
    is_from_employing_unit = forms.BooleanField(label=_("Comes from the employing unit"), required=False)
    is_chair = forms.BooleanField(label=_("Is the chief assessor"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assessor"].queryset = User.objects.with_role(Role.ASSESSOR).order_by("display_name", "email")


class UnseatForm(forms.Form):
    """Whose seat ends."""

    needs_row = True

    membership = forms.ModelChoiceField(
        label=_("Member"), queryset=Membership.objects.none(), error_messages={"required": _("Choose a member.")}
    )

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["membership"].queryset = row.memberships.live().select_related("assessor")


class StepBackForm(forms.Form):
    """Why an assessor does not want to judge a file."""

    reason = forms.CharField(
        label=_("What connects you with this person, or why you could be seen as partial"),
        help_text=_("Only those who organise the assessment read this."),
        widget=forms.Textarea(attrs={"rows": 5}),
        min_length=10,
        max_length=REASON_LENGTH,
        error_messages={"required": _("Say in a few words why you step back.")},
    )


class RecuseForm(UnseatForm):
    """Which member has nothing to do with which file, as the office records it."""

    application = forms.ModelChoiceField(
        label=_("Candidate number"),
        queryset=Application.objects.none(),
        to_field_name="candidate_code",
        widget=forms.TextInput,
        error_messages={
            "required": _("Enter the candidate number."),
            "invalid_choice": _("No file of this post has this candidate number."),
        },
    )
    ground = forms.ChoiceField(label=_("Ground"), choices=Ground, error_messages={"required": _("Choose a ground.")})
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=REASON_LENGTH,
        error_messages={"required": _("Enter the reason.")},
    )

    def __init__(self, *args, row, **kwargs):
        super().__init__(*args, row=row, **kwargs)
        self.fields["application"].queryset = Application.objects.for_position(row.position).in_office()


class ComposeForm(forms.ModelForm):
    """For which post, and for what, a panel is set up."""

    class Meta:
        model = Panel
        fields = ["position", "kind"]

    def clean(self):
        told = super().clean()
        if told.get("kind") == PanelKind.MARKING and Panel.objects.for_position(told.get("position")).of_kind(PanelKind.MARKING).exists():
            self.add_error("kind", _("This post already has a marking panel."))
        return told
