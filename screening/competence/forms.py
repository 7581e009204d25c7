"""What candidates, markers and HR fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from screening.competence.models import Paper
from screening.competence.states import ANSWER_LENGTH, OBSERVATION_LENGTH, OBSERVATION_SHORTEST


class AnswersForm(forms.Form):
    """One large field for each task of a paper."""

    mark_optional = False

    def __init__(self, *args, tasks, **kwargs):
        super().__init__(*args, **kwargs)
        self.tasks = list(tasks)
        for task in self.tasks:
            self.fields[f"answer_{task.pk}"] = forms.CharField(
                label=_("Your answer to task %(order)s") % {"order": task.order},
                widget=forms.Textarea(attrs={"rows": 18, "spellcheck": "false"}),
                max_length=ANSWER_LENGTH,
                required=False,
                strip=False,
            )

    def parts(self):
        """Each task with its field."""
        return [(task, self[f"answer_{task.pk}"]) for task in self.tasks]

    def texts(self) -> dict[int, str]:
        """Task id → text, of every field that can be kept."""
        return {task.pk: self.cleaned_data[name] for task in self.tasks if (name := f"answer_{task.pk}") in self.cleaned_data}

    def typed(self) -> list[tuple]:
        """Each task with what was sent, whatever it was."""
        return [(task, self.data.get(f"answer_{task.pk}", "")) for task in self.tasks]


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
