"""What setters fill in: a question in five languages, its rubric line by line, and the remark of the review."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modeltranslation.utils import build_localized_fieldname

from positions.models import Competency
from positions.states import Stage
from screening.competence.models import Question
from screening.competence.queries import LINE_TEXTS, columns
from screening.competence.states import TaskKind

LONG = {"prompt": 8, "model_answer": 8, "anchor_low": 3, "anchor_mid": 3, "anchor_high": 3}
LABELS = {
    "title": _("Title"),
    "prompt": _("Task"),
    "model_answer": _("Model answer"),
    "name": pgettext_lazy("rubric line", "What is marked"),
    "anchor_low": _("Few points"),
    "anchor_mid": _("Half of the points"),
    "anchor_high": _("All points"),
}


class InFiveLanguages(forms.Form):
    """A form with each text once in every language; a draft may have gaps, which are named when it is proposed."""

    texts: tuple[str, ...] = ()
    mark_optional = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.texts:
            for code, language in settings.LANGUAGES:
                widget = forms.Textarea(attrs={"rows": LONG[name], "lang": code}) if name in LONG else forms.TextInput(attrs={"lang": code})
                label = f"{LABELS[name]} ({language})"
                most = 12_000 if name in LONG else 200
                field = forms.CharField(label=label, widget=widget, max_length=most, required=False)
                self.fields[build_localized_fieldname(name, code)] = field


class QuestionForm(InFiveLanguages):
    """The question itself."""

    texts = ("title", "prompt", "model_answer")
    kind = forms.ChoiceField(label=pgettext_lazy("question", "Kind"), choices=TaskKind)
    minutes = forms.IntegerField(
        label=_("Minutes"), min_value=5, max_value=240, error_messages={"required": _("Enter the number of minutes.")}
    )
    family = forms.SlugField(
        label=_("Family"),
        help_text=_("A short word in Latin letters. Questions of one family may stand for one another in parallel forms."),
        max_length=60,
        error_messages={"required": _("Enter the family.")},
    )
    competencies = forms.MultipleChoiceField(label=_("Competencies"), widget=forms.CheckboxSelectMultiple, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        tested = Competency.objects.filter(stage=Stage.COMPETENCE).order_by("key")
        named = {competency.key: str(competency) for competency in tested}
        self.fields["competencies"].choices = list(named.items())

    def poured(self, question: Question) -> Question:
        """The question with what was filled in."""
        told = self.cleaned_data
        question.kind, question.minutes = told["kind"], told["minutes"]
        question.family, question.competencies = told["family"], told["competencies"]
        for column in columns("title"):
            setattr(question, column, told[column])
        question.content = {**question.content, **{column: told[column] for column in columns("prompt", "model_answer")}}
        return question

    @staticmethod
    def shown(question: Question) -> dict:
        """What the form begins with."""
        plain = {name: getattr(question, name) for name in ("kind", "minutes", "family", "competencies", *columns("title"))}
        return {**question.content, **plain}


class LineForm(InFiveLanguages):
    """One line of the rubric."""

    texts = LINE_TEXTS
    key = forms.SlugField(label=_("Key"), max_length=60, error_messages={"required": _("Enter the key.")})
    max = forms.IntegerField(label=_("Points"), min_value=1, max_value=100, error_messages={"required": _("Enter the points.")})

    def poured(self, question: Question) -> Question:
        """The question with this line put in, or in the place of the line with its key."""
        lines = [line for line in question.content.get("lines", []) if line["key"] != self.cleaned_data["key"]]
        question.content = {**question.content, "lines": [*lines, self.cleaned_data]}
        return question


class NoteForm(forms.Form):
    """What the reviewer remarks."""

    note = forms.CharField(label=_("Remark"), widget=forms.Textarea(attrs={"rows": 4}), max_length=2000, required=False)
