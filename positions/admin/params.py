"""The parameters of a requirement as a small form of its kind, so that nobody writes JSON."""

from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_countries import countries

from positions.conditions import sentences
from positions.conditions.languages import CEFR
from positions.states import CertificateKind, RuleKind, WorkKind

# What a new requirement starts from.
DEFAULTS: dict[str, dict] = {
    RuleKind.AGE: {"min": 18, "below": 60, "reference": "closes"},
    RuleKind.NATIONALITY: {"excluded": ["CN"], "declare_all": True},
    RuleKind.DEGREE: {"isced_min": 6},
    RuleKind.DEGREE_FIELD: {"isced_f": ["04"]},
    RuleKind.WORK_YEARS: {"min": 3},
    RuleKind.CERTIFICATE: {"any_of": ["teaching"]},
    RuleKind.LANGUAGE: {"all_of": ["en"], "cefr": "B2"},
    RuleKind.CHINESE: {
        "any_of": [
            {"test": "HSK", "version": "2.0", "level": 5},
            {"test": "HSK", "version": "3.0", "level": 6},
            {"degree_taught_in": "zh"},
        ]
    },
    RuleKind.NO_CRIMINAL_RECORD: {"lookback_years": 5, "resident_months": 12},
    RuleKind.RESIDENCE_MONTHS: {"min": 12, "place": "CN"},
    RuleKind.PASSPORT_VALIDITY: {"min_months": 6, "reference": "duty_start"},
}


def number(label, *, most: int = 1200, required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=most, required=required)


class ParamsForm(forms.Form):
    """One parameter a field; what the form does not show is kept as it was."""

    use_required_attribute = False

    def __init__(self, *args, params: dict, **kwargs):
        super().__init__(*args, initial=self.opened(params), **kwargs)
        self.before = params
        for name, field in self.fields.items():
            if isinstance(field, forms.MultipleChoiceField):
                field.choices = [*field.choices, *((code, code) for code in self.initial.get(name, []) if code not in dict(field.choices))]

    def opened(self, params: dict) -> dict:
        return params

    def params(self) -> dict[str, Any]:
        """As the check reads them; an empty field is no parameter."""
        told = {name: self.cleaned_data[name] for name in self.fields}
        kept = {name: value for name, value in self.before.items() if name not in self.fields}
        return kept | {name: value for name, value in told.items() if value not in (None, "", [])}


class AgeForm(ParamsForm):
    min = number(_("At least (years)"), most=100, required=False)
    below = number(_("Under (years)"), most=120, required=False)

    def opened(self, params: dict) -> dict:
        return {"below": params["max"] + 1, **params} if "max" in params else params

    def params(self) -> dict[str, Any]:
        return {name: value for name, value in super().params().items() if name != "max"}

    def clean(self):
        told = super().clean()
        low, high = told.get("min"), told.get("below")
        if not self.errors and low is None and high is None:
            raise forms.ValidationError(_("Enter a lower or an upper limit."))
        if low is not None and high is not None and low >= high:
            raise forms.ValidationError(_("The lower limit must be below the upper one."))
        return told


class NationalityForm(ParamsForm):
    excluded = forms.MultipleChoiceField(
        label=_("Not open to nationals of"), choices=lambda: list(countries), widget=forms.SelectMultiple(attrs={"size": 6})
    )
    declare_all = forms.BooleanField(label=_("All present and former nationalities are declared"), required=False)


class DegreeForm(ParamsForm):
    isced_min = forms.TypedChoiceField(label=_("Lowest level (ISCED 2011)"), choices=list(sentences.LEVELS.items()), coerce=int)


class DegreeFieldForm(ParamsForm):
    isced_f = forms.MultipleChoiceField(
        label=_("Fields of study (ISCED-F 2013)"), choices=list(sentences.FIELDS.items()), widget=forms.CheckboxSelectMultiple
    )


class WorkYearsForm(ParamsForm):
    min = number(_("At least (years)"), most=50)
    kinds = forms.MultipleChoiceField(
        label=_("Kinds of work that count"),
        help_text=_("Tick none if every kind of work counts."),
        choices=WorkKind.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class CertificateForm(ParamsForm):
    any_of = forms.MultipleChoiceField(
        label=_("One of these certificates"),
        choices=[(kind.value, kind.label) for kind in CertificateKind if kind != CertificateKind.OTHER],
        widget=forms.CheckboxSelectMultiple,
    )


class LanguageForm(ParamsForm):
    cefr = forms.ChoiceField(label=_("Level (CEFR)"), choices=[(level, level) for level in CEFR])
    all_of = forms.MultipleChoiceField(
        label=_("All of these languages"), choices=list(sentences.TONGUES.items()), widget=forms.CheckboxSelectMultiple, required=False
    )
    any_of = forms.MultipleChoiceField(
        label=_("One of these languages"), choices=list(sentences.TONGUES.items()), widget=forms.CheckboxSelectMultiple, required=False
    )

    def clean(self):
        told = super().clean()
        if not self.errors and not (told.get("all_of") or told.get("any_of")):
            raise forms.ValidationError(_("Tick at least one language."))
        return told


class ChineseForm(ParamsForm):
    """Alternatives: each that is filled in is enough."""

    hsk2_level = number(_("HSK 2.0: level"), most=6, required=False)
    hsk2_score = number(_("HSK 2.0: points at that level"), most=300, required=False)
    hsk3_level = number(_("HSK 3.0: level"), most=9, required=False)
    degree = forms.BooleanField(label=_("A degree taught in Chinese is enough"), required=False)
    months = number(_("Certificates are at most so many months old"), most=120, required=False)

    def opened(self, params: dict) -> dict:
        shown: dict[str, Any] = {"months": params.get("certificate_max_age_months")}
        for item in params.get("any_of", []):
            if "degree_taught_in" in item:
                shown["degree"] = True
            elif item.get("test") == "HSK" and item.get("version") in ("2.0", "3.0"):
                scale = "hsk2" if item["version"] == "2.0" else "hsk3"
                shown |= {f"{scale}_level": item["level"], f"{scale}_score": item.get("score")}
        return shown

    def clean(self):
        told = super().clean()
        if not self.errors and not (told.get("hsk2_level") or told.get("hsk3_level") or told.get("degree")):
            raise forms.ValidationError(_("Enter at least one way to show Chinese."))
        if told.get("hsk2_score") and not told.get("hsk2_level"):
            raise forms.ValidationError(_("Points need a level."))
        return told

    def params(self) -> dict[str, Any]:
        told, proofs = self.cleaned_data, []
        if told["hsk2_level"]:
            points = {"score": told["hsk2_score"]} if told["hsk2_score"] else {}
            proofs.append({"test": "HSK", "version": "2.0", "level": told["hsk2_level"], **points})
        if told["hsk3_level"]:
            proofs.append({"test": "HSK", "version": "3.0", "level": told["hsk3_level"]})
        proofs += [item for item in self.before.get("any_of", []) if item.get("test", "HSK") != "HSK"]
        if told["degree"]:
            proofs.append({"degree_taught_in": "zh"})
        return {"any_of": proofs} | ({"certificate_max_age_months": told["months"]} if told["months"] else {})


class NoCriminalRecordForm(ParamsForm):
    lookback_years = number(_("Looks back (years)"), most=30, required=False)
    resident_months = number(_("For each country lived in so many months"), most=120, required=False)


class ResidenceForm(ParamsForm):
    min = number(_("At least (months)"), most=600)
    place = forms.ChoiceField(label=pgettext_lazy("residence", "Where"), choices=list(sentences.PLACES.items()))


class PassportForm(ParamsForm):
    min_months = number(_("Valid for (months)"), most=120)
    reference = forms.ChoiceField(label=pgettext_lazy("period", "After"), choices=list(sentences.REFERENCES.items()))


FORMS: dict[str, type[ParamsForm]] = {
    RuleKind.AGE: AgeForm,
    RuleKind.NATIONALITY: NationalityForm,
    RuleKind.DEGREE: DegreeForm,
    RuleKind.DEGREE_FIELD: DegreeFieldForm,
    RuleKind.WORK_YEARS: WorkYearsForm,
    RuleKind.CERTIFICATE: CertificateForm,
    RuleKind.LANGUAGE: LanguageForm,
    RuleKind.CHINESE: ChineseForm,
    RuleKind.NO_CRIMINAL_RECORD: NoCriminalRecordForm,
    RuleKind.RESIDENCE_MONTHS: ResidenceForm,
    RuleKind.PASSPORT_VALIDITY: PassportForm,
}


class ParamsWidget(forms.Widget):
    """The small form in the place of one field."""

    def __init__(self, kind: str = "", params: dict | None = None):
        super().__init__()
        self.kind, self.params = kind, params or {}

    def small_form(self, name: str, data=None) -> ParamsForm | None:
        return FORMS[self.kind](data, prefix=name, params=self.params) if self.kind in FORMS else None

    def render(self, name, value, attrs=None, renderer=None) -> SafeString:
        form = value if isinstance(value, ParamsForm) else self.small_form(name)
        return render_to_string("admin/positions/_params.html", {"form": form})

    def value_from_datadict(self, data, files, name) -> ParamsForm | None:
        return self.small_form(name, data)

    def value_omitted_from_data(self, data, files, name) -> bool:
        return not any(key.startswith(f"{name}-") for key in data)

    def id_for_label(self, id_) -> str:
        """The small form's fields have labels of their own."""
        return ""


class ParamsField(forms.Field):
    """Parameters of a requirement, out of the form of its kind."""

    def __init__(self, *, kind: str = "", params: dict | None = None, **kwargs):
        self.kind, self.params = kind, params or {}
        super().__init__(widget=ParamsWidget(kind, params), required=False, **kwargs)

    def clean(self, value: ParamsForm | None) -> dict:
        if value is None:
            return {}
        if not value.is_valid():
            raise forms.ValidationError([text for texts in value.errors.values() for text in texts])
        return value.params()

    def has_changed(self, initial, data) -> bool:
        return data is not None and data.has_changed()
