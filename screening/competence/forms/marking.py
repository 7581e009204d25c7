"""What markers and the chief marker fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from screening.competence.states import OBSERVATION_LENGTH, OBSERVATION_SHORTEST, ModerationReason


class MarkingForm(forms.Form):
    """Points and an observation for each rubric line; a draft may have gaps."""

    is_final = False
    mark_optional = False

    def __init__(self, *args, lines, marks, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = list(lines)
        for line in self.lines:
            mark = marks.get(line.pk)
            told = {"line": line.name, "max": line.max}
            self.fields[f"points_{line.pk}"] = forms.IntegerField(
                label=_("%(line)s: points from 0 to %(max)s") % told,
                min_value=0,
                max_value=line.max,
                required=self.is_final,
                initial=mark.points if mark else None,
                error_messages={"required": _("Enter the points for “%(line)s”.") % told},
            )
            self.fields[f"observation_{line.pk}"] = forms.CharField(
                label=_("%(line)s: what you base this on") % told,
                widget=forms.Textarea(attrs={"rows": 3}),
                min_length=OBSERVATION_SHORTEST if self.is_final else None,
                max_length=OBSERVATION_LENGTH,
                required=self.is_final,
                initial=mark.observation if mark else "",
                error_messages={"required": _("Write down what you base the points for “%(line)s” on.") % told},
            )

    def rows(self, task) -> list[tuple]:
        """The lines of one task, each with its two fields."""
        return [(line, self[f"points_{line.pk}"], self[f"observation_{line.pk}"]) for line in self.lines if line.task_id == task.pk]

    def marks(self) -> dict[int, tuple[int | None, str]]:
        """Line id → (points, observation)."""
        told = self.cleaned_data
        return {line.pk: (told[f"points_{line.pk}"], told[f"observation_{line.pk}"]) for line in self.lines}


class FinalMarkingForm(MarkingForm):
    """The same, before it is locked: nothing may be missing."""

    is_final = True


class ModerateForm(forms.Form):
    """Another score, why, and what it rests on."""

    score = forms.DecimalField(
        label=_("Score from 0 to 100"),
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        error_messages={"required": _("Enter the score.")},
    )
    reason = forms.ChoiceField(label=_("Reason"), choices=ModerationReason, error_messages={"required": _("Choose the reason.")})
    text = forms.CharField(
        label=_("Explanation"),
        widget=forms.Textarea(attrs={"rows": 4}),
        min_length=OBSERVATION_SHORTEST,
        max_length=OBSERVATION_LENGTH,
        error_messages={"required": _("Explain the moderation in at least 20 characters.")},
    )


class FollowUpForm(forms.Form):
    """What one would ask whoever wrote this."""

    text = forms.CharField(
        label=_("Question for the interview"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=OBSERVATION_LENGTH,
        error_messages={"required": _("Write the question.")},
    )
