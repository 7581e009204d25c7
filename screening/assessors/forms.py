"""What is asked when seats are given and taken back, and when somebody steps back from a file."""

from django import forms
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from positions.models import Competency, Position
from positions.states import PositionKind
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.core.forms import DayMonthYearField
from screening.applications.models import Application
from screening.assessors.actions import announce
from screening.assessors.models import REASON_LENGTH, Assessor, Draw, Membership, Panel, Station
from screening.assessors.states import Ground, PanelKind, StationKind


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


class AssessorForm(forms.ModelForm):
    """Somebody of the pool, as HR enters them."""

    kinds = forms.MultipleChoiceField(label=_("Kinds of post"), choices=PositionKind, required=False, widget=forms.CheckboxSelectMultiple)
    competencies = forms.MultipleChoiceField(label=_("Competencies"), required=False, widget=forms.CheckboxSelectMultiple)
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=settings.LANGUAGES, required=False, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Assessor
        fields = ["name", "email", "language", "institution", "department", "kinds", "competencies", "languages"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "competencies" in self.fields:
            named = dict(Competency.objects.order_by("key").values_list("key", "name"))
            self.fields["competencies"].choices = [(key, name or key) for key, name in named.items()]


class AnnounceForm(forms.ModelForm):
    """What is to be drawn for a post."""

    number = forms.IntegerField(label=_("Number of panels"), min_value=1, max_value=20, initial=1, required=False)
    rooms = forms.CharField(label=_("Rooms, one a line"), widget=forms.Textarea(attrs={"rows": 4}), required=False)

    class Meta:
        model = Draw
        fields = ["position", "purpose"]

    def announced(self, *, by) -> Draw:
        """Carry it out."""
        told = self.cleaned_data
        rooms = told["rooms"].splitlines()
        return announce(told["position"], purpose=told["purpose"], number=told["number"] or 1, rooms=rooms, by=by)


class DecideForm(forms.Form):
    """Why the office sees a conflict, or sees none."""

    reason = forms.CharField(
        label=_("Reason of the decision"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=REASON_LENGTH,
        error_messages={"required": _("Give the reason of the decision.")},
    )


class DeclareForm(forms.Form):
    """The assessor's word for one round."""

    is_bound = forms.BooleanField(
        label=_("I declare this for the recruitment round named above."),
        error_messages={"required": _("Without your declaration nothing of the round can be shown to you.")},
    )


class AbstainForm(forms.Form):
    """From which post an assessor keeps out."""

    position = forms.ModelChoiceField(
        label=_("Position"), queryset=Position.objects.none(), error_messages={"required": _("Choose a position.")}
    )
    reason = forms.CharField(
        label=_("Why you could be seen as partial"),
        help_text=_("Only those who organise the assessment read this."),
        widget=forms.Textarea(attrs={"rows": 4}),
        min_length=10,
        max_length=REASON_LENGTH,
        error_messages={"required": _("Say in a few words why you step back.")},
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        seats = Membership.objects.live().of(user).values("panel__position")
        self.fields["position"].queryset = Position.objects.filter(pk__in=seats)


class AnswerForm(forms.Form):
    """The assessor's answer to one question."""

    is_partial = forms.TypedChoiceField(
        label=_("Could you be seen as partial?"),
        choices=[("yes", _("Yes, I know who it could be or could be seen as partial")), ("no", _("No, nothing connects us"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    note = forms.CharField(
        label=_("What connects you, if you want to say it"),
        help_text=_("Only those who organise the assessment read this."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=REASON_LENGTH,
        required=False,
    )


class StationForm(forms.ModelForm):
    """Where an assessor worked or studied."""

    class Meta:
        model = Station
        fields = ["kind", "institution", "since", "until"]
        widgets = {"kind": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = StationKind.choices
        for name in ("since", "until"):
            self.fields[name].validators += [MinValueValidator(1940), MaxValueValidator(2100)]

    def clean(self):
        told = super().clean()
        if told.get("since") and told.get("until") and told["until"] < told["since"]:
            self.add_error("until", _("The end lies before the beginning."))
        return told


class AvailabilityForm(forms.Form):
    """When an assessor has time."""

    from_on = DayMonthYearField(label=_("First day"), error_messages={"required": _("Enter the first day on which you have time.")})
    until_on = DayMonthYearField(label=_("Last day"), error_messages={"required": _("Enter the last day on which you have time.")})

    def clean(self):
        told = super().clean()
        if told.get("from_on") and told.get("until_on") and told["until_on"] < told["from_on"]:
            self.add_error("until_on", _("The end lies before the beginning."))
        return told
