"""What HR, invigilators and key holders fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from screening.competence.models import Paper, Question


class ExtendForm(forms.Form):
    """How many minutes more, in all, and why."""

    minutes = forms.IntegerField(
        label=_("Additional minutes in all"), min_value=0, max_value=480, error_messages={"required": _("Enter the number of minutes.")}
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        error_messages={"required": _("Enter the reason.")},
    )


class ReasonForm(forms.Form):
    """Why the clock is stopped, or runs again."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        error_messages={"required": _("Enter the reason.")},
    )


class KeyForm(forms.Form):
    """What the key holder remarks: the place, who else is present."""

    note = forms.CharField(label=_("Remark"), widget=forms.Textarea(attrs={"rows": 2}), max_length=500, required=False)


class ComposeForm(forms.Form):
    """Which approved questions go into which form of a paper; HR sees their titles, kinds and minutes."""

    form = forms.ChoiceField(label=_("Form"), choices=[(letter, letter) for letter in "ABCDEF"])
    questions = forms.ModelMultipleChoiceField(
        Question.objects.none(),
        label=_("Questions"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one question.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["questions"].queryset = Question.objects.approved()
        self.fields["questions"].label_from_instance = frame_of


def frame_of(question: Question) -> str:
    """All that HR may know of a question."""
    minutes = _("%(number)s minutes") % {"number": question.minutes}
    return f"{question.get_kind_display()} · {question.title} · {minutes} · {question.family}"


class PaperForm(forms.ModelForm):
    """A paper as HR plans it; two hours are asked where a window is."""

    class Meta:
        model = Paper
        fields = ["reference", "position", "minutes", "opens_at", "closes_at"]

    def clean(self):
        told = super().clean()
        opens, closes = told.get("opens_at"), told.get("closes_at")
        if opens and closes and opens >= closes:
            self.add_error("closes_at", _("The paper must open before it closes."))
        return told
