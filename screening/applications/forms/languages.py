"""Which languages somebody speaks and what proves it; one choice names test, version and level, so that no wrong pair can be made."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from recruitment.core import spoken_dates
from recruitment.core.forms import DayField
from screening.applications.forms.base import SectionForm, far_dates
from screening.applications.forms.choices import CodeField, spoken_languages
from screening.applications.states import LanguageTest
from screening.applications.states.evidence import CATALOGUE, SCORES, SINCE, WITHOUT_CERTIFICATE

NATIVE = "native"


def code_of(test: str, version: str, level: str) -> str:
    return f"{test}:{version}:{level}"


def parts_of(proof: str | None) -> tuple[str, str, str]:
    """Test, version and level of a choice; the mother tongue is a test without either."""
    test, version, level = [*(proof or "").split(":"), "", ""][:3]
    return test, version, level


def test_name(test: str, version: str) -> str:
    """HSK and TOEFL have versions whose levels differ; nothing else has."""
    label = str(LanguageTest(test).label)
    return pgettext("language test", "%(test)s (version %(version)s)") % {"test": label, "version": version} if version else label


def proof_name(test: str, version: str, level: str) -> str:
    """Test, version and level in words."""
    name = test_name(test, version)
    return pgettext("language test", "%(test)s, level %(level)s") % {"test": name, "level": level} if level else name


def proofs() -> list:
    """Every test with its levels, in groups, the mother tongue first."""
    groups: list = [("", ""), (NATIVE, pgettext("language", "Mother tongue"))]
    for (test, version), (_language, levels, _most) in CATALOGUE.items():
        options = [(code_of(test, version, level), proof_name(test, version, level)) for level in levels]
        groups += options if len(options) == 1 else [(test_name(test, version), options)]
    return groups


class LanguageForm(SectionForm):
    """One language with its proof (domain 2.4); a mother tongue is not proved by nationality."""

    language = CodeField(
        spoken_languages, label=pgettext_lazy("form field", "Language"), error_messages={"required": _("Choose the language.")}
    )
    proof = forms.ChoiceField(
        label=_("Level and what proves it"),
        help_text=_(
            "HSK levels of version 2.0 and version 3.0 differ; the version stands on your score report. Levels of different tests are not "
            "converted into each other."
        ),
        choices=proofs,
        error_messages={"required": _("Choose how well you know the language and what proves it.")},
    )
    score = forms.IntegerField(
        label=pgettext_lazy("language test", "Score"),
        help_text=_("The total on your score report, if it states one. HSK needs it."),
        min_value=0,
        max_value=1000,
        required=False,
        error_messages={"invalid": _("Enter the score as a whole number, such as 230.")},
    )
    certificate_number = forms.CharField(
        label=_("Number of the certificate"),
        help_text=_("As printed; officers look the certificate up with it."),
        max_length=40,
        required=False,
    )
    tested_on = DayField(label=_("Day of the test"), help_text=_("Not needed for a mother tongue or your own assessment."), required=False)

    @classmethod
    def read(cls, row) -> dict:
        proof = NATIVE if row.is_native else code_of(row.test, row.version, row.level) if row.test else ""
        return {**super().read(row), "proof": proof}

    def values(self) -> dict:
        kept = {name: value for name, value in self.cleaned_data.items() if name != "proof"}
        if "proof" not in self.cleaned_data:
            return kept
        test, version, level = parts_of(self.cleaned_data["proof"])
        native = test == NATIVE
        return kept | {"is_native": native, "test": "" if native else test, "version": version, "level": level}

    @classmethod
    def contradictions(cls, values) -> dict:
        test, version, level = parts_of(values.get("proof"))
        language, _levels, most = CATALOGUE.get((test, version), ("", (), 0))
        if language and values.get("language") and values["language"] != language:
            name = spoken_languages()[language]
            return {"proof": _("%(test)s is a test of this language: %(language)s.") % {"test": LanguageTest(test).label, "language": name}}
        score = values.get("score")
        if most and (score or 0) > most:
            return {"score": _("The highest score of this test is %(most)d.") % {"most": most}}
        least, most = SCORES.get((test, version, level), (0, 1000))
        if score is not None and not least <= score <= most:
            said = _("%(level)s is reached with a score from %(least)d to %(most)d. Check the level and the score.")
            return {"score": said % {"level": proof_name(test, version, level), "least": least, "most": most}}
        return {}

    @classmethod
    def complaints(cls, values) -> dict:
        found = far_dates(values, "tested_on")
        test, version, _level = parts_of(values.get("proof"))
        day, first = values.get("tested_on"), SINCE.get((test, version))
        if day and day > timezone.localdate():
            found["tested_on"] = _("The day of the test must not lie in the future.")
        elif day and first and day < first:
            told = {"test": test_name(test, version), "day": spoken_dates.day(first)}
            found["tested_on"] = _("%(test)s exists since %(day)s only. Check the version and the day.") % told
        if not day and test and test not in (NATIVE, *WITHOUT_CERTIFICATE):
            found["tested_on"] = _("Enter the day of the test; it stands on the certificate.")
        if test == LanguageTest.HSK and values.get("score") is None:
            found["score"] = _("Enter your HSK score; it stands on the score report.")
        if (test, version) == (LanguageTest.TOEFL, "0–120") and values.get("score") is None:
            found["score"] = _("Enter your total TOEFL score; it stands on the score report.")
        return found

    def spoken(self, name, value) -> str:
        if name != "proof":
            return super().spoken(name, value)
        test, version, level = parts_of(value)
        if test == NATIVE:
            return pgettext("language", "Mother tongue")
        return proof_name(test, version, level) if test else ""


def needs_certificate(row) -> bool:
    """Whether what is claimed is proved by paper."""
    return bool(row.test) and row.test not in WITHOUT_CERTIFICATE
