"""What is asked: by the filters of the list, and by the verbs and rows of HR's desk."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from positions.models import Position
from positions.states import EngagementType, PositionKind, Status, WorkingLanguage

UNKNOWN = {"invalid_choice": _("“%(value)s” is not in this list; the filter was left out.")}


class FilterForm(forms.Form):
    """The reader's search and filters; what cannot be understood is told and left out."""

    mark_optional = False

    q = forms.CharField(
        label=_("Search in any language"),
        help_text=_("A word from the title, the duties or the department."),
        max_length=100,
        required=False,
        error_messages={"max_length": _("Search for at most 100 characters.")},
    )
    status = forms.ChoiceField(label=pgettext_lazy("posts", "Show"), choices=Status, required=False, error_messages=UNKNOWN)
    kind = forms.MultipleChoiceField(label=_("Kind of post"), choices=PositionKind, required=False, error_messages=UNKNOWN)
    department = forms.MultipleChoiceField(label=_("Department"), required=False, error_messages=UNKNOWN)
    engagement = forms.MultipleChoiceField(label=_("Type of engagement"), choices=EngagementType, required=False, error_messages=UNKNOWN)
    language = forms.MultipleChoiceField(label=_("Working language"), choices=WorkingLanguage, required=False, error_messages=UNKNOWN)
    closing = forms.BooleanField(label=_("Closing within 7 days"), required=False)

    def __init__(self, data, *, departments):
        super().__init__(data)
        self.departments = {department.code: department for department in departments}
        self.fields["department"].choices = [(code, department.name) for code, department in self.departments.items()]

    def choices(self) -> dict:
        """Filter → what was ticked, departments by their key."""
        ticked = {name: self.cleaned_data.get(name) or [] for name in ("kind", "engagement", "language")}
        return ticked | {"department": [self.departments[code].pk for code in self.cleaned_data.get("department") or []]}


class ReviewForm(forms.Form):
    """What the second person writes down after the secrecy review."""

    note = forms.CharField(
        label=_("Note of the secrecy review"),
        help_text=_("Which items were read, and with what result. The note stays in the office."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        error_messages={"required": _("Write down which items you reviewed and with what result.")},
    )


class AmendForm(forms.Form):
    """Why a reviewed post is taken back."""

    note = forms.CharField(
        label=_("What has to be changed"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        error_messages={"required": _("Write down what has to be changed.")},
    )


class PositionForm(forms.ModelForm):
    """A post on HR's desk: ticked languages, and a question on secrets that has no answer by default."""

    working_languages = forms.MultipleChoiceField(
        label=_("Working languages"), choices=WorkingLanguage, widget=forms.CheckboxSelectMultiple, required=False
    )
    involves_state_secrets = forms.TypedChoiceField(
        label=_("Does the post involve state secrets?"),
        help_text=_("Posts that involve state secrets cannot be filled by contract (Civil Servants Law, Article 100)."),
        choices=[
            ("", pgettext_lazy("state secrets", "Not answered")),
            ("no", pgettext_lazy("state secrets", "No")),
            ("yes", pgettext_lazy("state secrets", "Yes")),
        ],
        coerce=lambda answer: answer == "yes",
        empty_value=None,
        required=False,
    )

    class Meta:
        model = Position
        fields: list[str] = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        answer = {True: "yes", False: "no"}.get(self.instance.involves_state_secrets, "")
        if "involves_state_secrets" in self.fields:
            self.initial["involves_state_secrets"] = answer
