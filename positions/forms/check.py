"""The questions of the self-check, a few for each requirement of a post; none has to be answered, and nothing is kept."""

from collections.abc import Callable

from babel import Locale
from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from positions.conditions.languages import CEFR
from positions.conditions.params import check_params
from positions.states import PROOFS_OF_CHINESE, TAUGHT, CertificateKind, Holds, RuleKind
from recruitment.core.forms import DayField, DayMonthYearField

UNANSWERED = ("", pgettext_lazy("self-check", "Choose"))
YES, NO = ("yes", pgettext_lazy("self-check", "Yes")), ("no", pgettext_lazy("self-check", "No"))
LEVELS = [
    UNANSWERED,
    ("8", _("Doctoral degree")),
    ("7", _("Master’s degree or equivalent")),
    ("6", _("Bachelor’s degree or equivalent")),
    ("5", _("Short-cycle tertiary education")),
    ("4", _("Post-secondary, below university level")),
    ("3", _("Upper secondary school")),
]
CHINESE = [
    UNANSWERED,
    *((key, label) for key, label in PROOFS_OF_CHINESE if key.startswith("hsk")),
    (TAUGHT, _("A degree taught in Chinese")),
    ("native", _("Chinese is my mother tongue, without a test")),
    ("other", _("Another proof")),
    ("none", _("No proof")),
]
Fields = dict[str, forms.Field]


def _choose(label, choices, *, radio: bool = False, help_text="") -> forms.ChoiceField:
    widget = forms.RadioSelect if radio else forms.Select
    return forms.ChoiceField(label=label, choices=choices, widget=widget, required=False, help_text=help_text)


def _number(label, most: int) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=most, required=False)


def _language_name(tag: str) -> str:
    """A language in the words of the reader's."""
    return Locale.parse((get_language() or "en").replace("-", "_")).languages.get(tag.split("-")[0], tag)


def _nationality(params: dict) -> Fields:
    others = [(code, countries.name(code)) for code in params["excluded"] if code != "CN" and countries.name(code)]
    return {"holds": _choose(_("Which nationality do you hold?"), [*Holds.choices, *others], radio=True)}


def _degree(params: dict) -> Fields:
    done = _choose(_("Will you have completed it by the application deadline?"), [YES, NO], radio=True)
    return {"level": _choose(_("Your highest degree"), LEVELS), "graduated": done}


def _language(params: dict) -> Fields:
    levels = [
        UNANSWERED,
        ("native", pgettext_lazy("language", "Mother tongue")),
        *((level, level) for level in reversed(CEFR)),
        ("untested", _("Learned, without a certificate of a CEFR level")),
        ("none", _("Not spoken")),
    ]
    tags = dict.fromkeys([*params.get("all_of", ()), *params.get("any_of", ())])
    return {tag: _choose(_language_name(tag), levels) for tag in tags}


def _chinese(params: dict) -> Fields:
    fields: Fields = {"proof": _choose(_("Your best proof of Chinese"), CHINESE)}
    if any(proof.get("score") for proof in params["any_of"]):
        fields["score"] = _number(_("Points in that test"), 300)
    if params.get("certificate_max_age_months"):
        fields["tested"] = DayField(label=_("Day of the test"), required=False)
    return fields


def _certificate(params: dict) -> Fields:
    asked = [(kind, CertificateKind(kind).label) for kind in params["any_of"]]
    none = ("none", pgettext_lazy("self-check", "None of these"))
    return {
        "held": _choose(
            _("Which of these certificates do you hold?"), [*asked, ("other", _("Another one that may be equal")), none], radio=True
        )
    }


ASK: dict[str, Callable[[dict], Fields]] = {
    RuleKind.AGE: lambda params: {"born": DayMonthYearField(label=_("When were you born?"), past=True, required=False)},
    RuleKind.NATIONALITY: _nationality,
    RuleKind.DEGREE: _degree,
    RuleKind.DEGREE_FIELD: lambda params: {
        "fits": _choose(
            _("Is your degree in one of these fields?"), [YES, NO, ("unsure", pgettext_lazy("self-check", "I am not sure"))], radio=True
        )
    },
    RuleKind.WORK_YEARS: lambda params: {"years": _number(_("How many full years of such work will you have by the deadline?"), 60)},
    RuleKind.CERTIFICATE: _certificate,
    RuleKind.LANGUAGE: _language,
    RuleKind.CHINESE: _chinese,
    RuleKind.NO_CRIMINAL_RECORD: lambda params: {
        "declared": _choose(_("Have you a criminal record, or were you ever dismissed from a public body?"), [NO, YES], radio=True)
    },
    RuleKind.RESIDENCE_MONTHS: lambda params: {"months": _number(_("How many months have you lived in mainland China in all?"), 1200)},
    RuleKind.PASSPORT_VALIDITY: lambda params: {
        "expires": DayMonthYearField(label=_("Until when is your passport valid?"), required=False)
    },
}


class CheckForm(forms.Form):
    """The questions that the requirements of one post lead to; one that no rule can check leads to none."""

    mark_optional = False

    def __init__(self, *args, rules, **kwargs):
        super().__init__(*args, **kwargs)
        self.rules = list(rules)
        self.names: dict[int, dict[str, str]] = {}
        for rule in self.rules:
            asked = {} if check_params(rule.kind, rule.params) else ASK[rule.kind](rule.params)
            self.names[rule.pk] = {name: f"r{rule.pk}_{name}" for name in asked}
            self.fields |= {self.names[rule.pk][name]: field for name, field in asked.items()}

    def groups(self) -> list[dict]:
        """The questions under the sentence of their requirement."""
        return [
            {"rule": rule, "fields": [self[name] for name in self.names[rule.pk].values()]} for rule in self.rules if self.names[rule.pk]
        ]

    def answers(self, rule) -> dict:
        """What was said to one requirement."""
        return {name: self.cleaned_data.get(field) for name, field in self.names[rule.pk].items()}
