"""What somebody can do: evidence for each competency that is judged on paper, the motivation, and two case studies."""

from django.utils.translation import gettext_lazy as _

from screening.applications.forms.base import SectionForm
from screening.applications.forms.words import WordsField

MOST_FOR_EVIDENCE, MOST_FOR_MOTIVATION, MOST_FOR_A_CASE = 150, 400, 500
EVIDENCE = "evidence_"


class CompetenciesForm(SectionForm):
    """One short text for each of the post's competencies (key, name, description), then three longer ones."""

    motivation = WordsField(
        label=_("Why this position?"),
        help_text=_("What you would bring to it and what you would want to achieve in the first year. About 200 to 400 words."),
        most=MOST_FOR_MOTIVATION,
        rows=8,
        error_messages={"required": _("Write why you want this position.")},
    )
    case_conflict = WordsField(
        label=_("Case study 1: a conflict in a team of several cultures"),
        help_text=_(
            "A real case: the situation, what you did, what came of it, what you would do differently. About 300 to 500 words; in Chinese, "
            "Japanese or Korean about 600 to 1,000 characters."
        ),
        most=MOST_FOR_A_CASE,
        rows=10,
        error_messages={"required": _("Write the case study about a conflict in a team of several cultures.")},
    )
    case_event = WordsField(
        label=_("Case study 2: organising an international event or project"),
        help_text=_(
            "A real case: the aim, your part, whom you had to bring together, the result. About 300 to 500 words; in Chinese, Japanese or "
            "Korean about 600 to 1,000 characters."
        ),
        most=MOST_FOR_A_CASE,
        rows=10,
        error_messages={"required": _("Write the case study about organising an international event or project.")},
    )

    def __init__(self, data=None, *, asked: list[tuple[str, str, str]], evidence: dict[str, str] | None = None, **kwargs):
        super().__init__(data, **kwargs)
        self.asked = asked
        written = {EVIDENCE + key: _evidence_field(name, description) for key, name, description in asked}
        self.fields = written | self.fields
        self.initial |= {EVIDENCE + key: text for key, text in (evidence or {}).items()}

    def values(self) -> dict[str, str]:
        """The columns of the declaration."""
        return {name: value for name, value in self.cleaned_data.items() if name in self.base_fields}

    def evidence(self) -> dict[str, tuple[str, str]]:
        """Competency → its name as it was read, and what was written."""
        names = {key: name for key, name, _description in self.asked}
        found = {name.removeprefix(EVIDENCE): value for name, value in self.cleaned_data.items() if name.startswith(EVIDENCE)}
        return {key: (names[key], text) for key, text in found.items()}

    def evidence_fields(self) -> list:
        """The short texts, for the page."""
        return [self[EVIDENCE + key] for key, _name, _description in self.asked]


def _evidence_field(name: str, description: str) -> WordsField:
    return WordsField(
        label=name,
        help_text=description,
        most=MOST_FOR_EVIDENCE,
        rows=4,
        error_messages={"required": _("Write what shows that you have this competency: %(competency)s.") % {"competency": name}},
    )
