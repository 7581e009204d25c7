"""What candidates fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from screening.competence.states import ANSWER_LENGTH


class AnswersForm(forms.Form):
    """One large field for each task of a paper."""

    mark_optional = False

    def __init__(self, *args, tasks, answers, **kwargs):
        super().__init__(*args, **kwargs)
        self.tasks = list(tasks)
        kept = {answer.task_id: answer for answer in answers}
        for task in self.tasks:
            answer = kept.get(task.pk)
            self.fields[f"answer_{task.pk}"] = forms.CharField(
                label=_("Your answer to task %(order)s") % {"order": task.order},
                widget=forms.Textarea(
                    attrs={"rows": 18, "spellcheck": "false", "data-task": task.pk, "data-version": answer.version if answer else -1}
                ),
                initial=answer.text if answer else "",
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

    def version(self) -> int | None:
        """Which page sent it; None for a page that does not say."""
        sent = self.data.get("version", "")
        return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 18 else None

    def typed(self) -> list[tuple]:
        """Each task with what was sent, whatever it was."""
        return [(task, self.data.get(f"answer_{task.pk}", "")) for task in self.tasks]
