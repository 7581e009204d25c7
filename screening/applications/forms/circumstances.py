"""Times without employment, referees, and what could stand in the way of an impartial decision: one entry on one page."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from recruitment.core.forms import DayMonthYearField
from screening.applications.forms.base import SectionForm, far_dates, plainly
from screening.applications.states import InterestKind, PauseKind, Recommendation, Relation

# Addresses that nobody can be told apart by.
SHARED = ("info", "office", "contact", "hr", "admin", "noreply", "no-reply")


class PauseForm(SectionForm):
    """A time without employment."""

    kind = forms.ChoiceField(
        label=_("What was this time used for?"),
        choices=PauseKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what this time was used for.")},
    )
    began_on = DayMonthYearField(label=_("Began on"), past=True, error_messages={"required": _("Enter the day on which this time began.")})
    ended_on = DayMonthYearField(label=_("Ended on"), help_text=_("Leave this empty if it lasts until today."), past=True, required=False)
    explanation = forms.CharField(
        label=_("Explanation"),
        help_text=_("One or two sentences. Illness need not be told."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @classmethod
    def contradictions(cls, values) -> dict:
        began, ended = values.get("began_on"), values.get("ended_on")
        return {"ended_on": _("The end lies before the beginning.")} if began and ended and ended < began else {}

    @classmethod
    def complaints(cls, values) -> dict:
        found = far_dates(values, "began_on", "ended_on")
        if values.get("kind") == PauseKind.OTHER and not values.get("explanation"):
            found["explanation"] = _("Say in a sentence what you did in this time.")
        return found


class InterestForm(SectionForm):
    """One relative, employer, acquaintance or share."""

    kind = forms.ChoiceField(
        label=_("What is it about?"),
        choices=InterestKind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is about.")},
    )
    who = forms.CharField(
        label=_("Who is it?"),
        help_text=_("The name of the person or company, and what they are to you."),
        max_length=300,
        error_messages={"required": _("Say who it is.")},
    )
    body = forms.CharField(
        label=_("Body and unit"), max_length=300, error_messages={"required": _("Say in which body and unit, or with which body.")}
    )
    explanation = forms.CharField(label=_("Explanation"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 4}))


class RefereeForm(SectionForm):
    """One person who can speak for the candidate."""

    name = forms.CharField(label=_("Name of the referee"), max_length=200, error_messages={"required": _("Enter the name of the referee.")})
    relation = forms.ChoiceField(
        label=_("What is this person to you?"),
        choices=Relation.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what this person is to you.")},
    )
    institution = forms.CharField(
        label=_("Institution or company"),
        max_length=200,
        error_messages={"required": _("Enter the institution or company of the referee.")},
    )
    email = forms.EmailField(
        label=_("E-mail address of the referee"),
        help_text=_("The address at work. We write to it only to ask for the reference."),
        max_length=254,
        error_messages={
            "required": _("Enter the e-mail address of the referee."),
            "invalid": _("Enter an e-mail address such as name@example.org."),
        },
    )
    language = forms.ChoiceField(
        label=_("Language in which we write to this person"),
        choices=[("", ""), *settings.LANGUAGES],
        error_messages={"required": _("Choose the language in which we write to this person.")},
    )

    def clean_email(self) -> str:
        """Of the person, not of an office: the link is for one reader."""
        email = self.cleaned_data["email"]
        if email and email.split("@")[0].casefold() in SHARED:
            raise ValidationError(_("Enter the address of the person, not one that several people read."))
        return email


class ReferenceForm(forms.Form):
    """What a referee is asked; everything is for the office alone."""

    capacity = forms.CharField(
        label=_("How do you know this person, and since when?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say how you know this person, and since when.")},
    )
    strengths = forms.CharField(
        label=_("What is this person good at? Please give an example that you saw yourself."),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Say what this person is good at.")},
    )
    cooperation = forms.CharField(
        label=_("How does this person work with people of other cultures and languages?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Say how this person works with people of other cultures.")},
    )
    reservations = forms.CharField(
        label=_("Is there anything that we should look at more closely?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    recommendation = forms.ChoiceField(
        label=_("Do you recommend this person for public service?"),
        choices=Recommendation.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how far you recommend this person.")},
    )
    is_own = forms.BooleanField(
        label=_("I am the person to whom this request was sent, and what I write is true to the best of my knowledge."),
        error_messages={"required": _("Confirm that you are the person to whom this request was sent.")},
    )

    def clean(self) -> dict:
        return plainly(super().clean())
