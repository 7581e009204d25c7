"""The sentence that people read, proposed from the parameters of a requirement; an officer may put it better."""

from collections.abc import Callable

from django.conf import settings
from django.utils.translation import get_language, gettext_lazy, ngettext, override, pgettext_lazy
from django.utils.translation import gettext as _
from django_countries import countries

from positions.states import CertificateKind, RuleKind, WorkKind

LANGUAGES = [code for code, _name in settings.LANGUAGES]
# ISCED 2011.
LEVELS = {
    3: gettext_lazy("Upper secondary education"),
    5: gettext_lazy("Short-cycle tertiary education"),
    6: gettext_lazy("A bachelor’s degree"),
    7: gettext_lazy("A master’s degree"),
    8: gettext_lazy("A doctoral degree"),
}
# ISCED-F 2013, broad fields.
FIELDS = {
    "01": gettext_lazy("Education and teaching"),
    "02": gettext_lazy("Arts and humanities, languages"),
    "03": gettext_lazy("Social sciences, economics, journalism"),
    "04": gettext_lazy("Business, administration and law"),
    "05": gettext_lazy("Natural sciences, mathematics and statistics"),
    "06": gettext_lazy("Information and communication technologies"),
    "07": gettext_lazy("Engineering, manufacturing and construction"),
    "08": gettext_lazy("Agriculture, forestry, fisheries and veterinary medicine"),
    "09": gettext_lazy("Health and welfare"),
    "10": gettext_lazy("Services"),
}
TONGUES = {
    "en": pgettext_lazy("language", "English"),
    "de": pgettext_lazy("language", "German"),
    "fr": pgettext_lazy("language", "French"),
    "es": pgettext_lazy("language", "Spanish"),
    "ru": pgettext_lazy("language", "Russian"),
    "ja": pgettext_lazy("language", "Japanese"),
    "ko": pgettext_lazy("language", "Korean"),
    "ar": pgettext_lazy("language", "Arabic"),
    "pt": pgettext_lazy("language", "Portuguese"),
    "it": pgettext_lazy("language", "Italian"),
}
PLACES = {"CN": gettext_lazy("mainland China"), "CN-SH": gettext_lazy("Shanghai")}
REFERENCES = {"closes": gettext_lazy("the application deadline"), "duty_start": gettext_lazy("the expected start of duty")}


def propose(kind: str, params: dict) -> str:
    """The sentence in the current language."""
    return SENTENCES[kind](params)


def in_all_languages(kind: str, params: dict) -> dict[str, str]:
    """Language → sentence."""
    told = {}
    for code in LANGUAGES:
        with override(code):
            told[code] = propose(kind, params)
    return told


def _listed(names) -> str:
    return ("、" if (get_language() or "").startswith(("zh", "ja")) else ", ").join(str(name) for name in names)


def _kinds(names) -> str:
    """Names that hold commas themselves are kept apart by a semicolon."""
    return ("；" if (get_language() or "").startswith(("zh", "ja")) else "; ").join(str(name) for name in names)


def _age(params: dict) -> str:
    below = params.get("below", params["max"] + 1 if "max" in params else None)
    told = {"min": params.get("min"), "below": below}
    if below is None:
        return _("Aged at least %(min)s on the application deadline.") % told
    if "min" not in params:
        return _("Aged under %(below)s on the application deadline.") % told
    return _("Aged at least %(min)s and under %(below)s on the application deadline.") % told


def _nationality(params: dict) -> str:
    if params["excluded"] == ["CN"]:
        return _(
            "Foreign nationality. All present and former nationalities must be declared; Chinese nationals apply through the ordinary channel."
        )
    return _("None of these nationalities: %(countries)s.") % {
        "countries": _listed(countries.name(code) or code for code in params["excluded"])
    }


def _degree(params: dict) -> str:
    return _("%(level)s or higher.") % {"level": LEVELS.get(params["isced_min"], f"ISCED {params['isced_min']}")}


def _degree_field(params: dict) -> str:
    return _("A degree in one of these fields: %(fields)s.") % {"fields": _listed(FIELDS.get(code, code) for code in params["isced_f"])}


def _work_years(params: dict) -> str:
    years = params["min"]
    if kinds := params.get("kinds"):
        told = {"years": years, "kinds": _kinds(WorkKind(kind).label for kind in kinds)}
        return (
            ngettext(
                "At least %(years)s year of work of this kind: %(kinds)s.",
                "At least %(years)s years of work of this kind: %(kinds)s.",
                years,
            )
            % told
        )
    return ngettext("At least %(years)s year of relevant work.", "At least %(years)s years of relevant work.", years) % {"years": years}


def _certificate(params: dict) -> str:
    return _("One of these certificates: %(names)s.") % {"names": _kinds(CertificateKind(kind).label for kind in params["any_of"])}


def _language(params: dict) -> str:
    parts = []
    if names := params.get("all_of"):
        parts.append(
            _("%(languages)s at level %(cefr)s or above.")
            % {"languages": _listed(TONGUES.get(tag, tag) for tag in names), "cefr": params["cefr"]}
        )
    if names := params.get("any_of"):
        told = {"languages": _listed(TONGUES.get(tag, tag) for tag in names), "cefr": params["cefr"]}
        parts.append(_("At level %(cefr)s or above, one of: %(languages)s.") % told)
    return " ".join(parts)


def _chinese(params: dict) -> str:
    separator = "；" if (get_language() or "").startswith(("zh", "ja")) else "; "
    sentence = _("Chinese shown by one of: %(proofs)s.") % {"proofs": separator.join(_proof(item) for item in params["any_of"])}
    if months := params.get("certificate_max_age_months"):
        sentence += " " + _("A certificate is at most %(months)s months old.") % {"months": months}
    return sentence


def _proof(item: dict) -> str:
    if "degree_taught_in" in item:
        return _("a degree taught in Chinese")
    told = {
        "test": " ".join(part for part in (item["test"], item.get("version", "")) if part),
        "level": item["level"],
        "score": item.get("score"),
    }
    if item.get("score"):
        return _("%(test)s level %(level)s with %(score)s points, or higher") % told
    return _("%(test)s level %(level)s or higher") % told


def _no_criminal_record(params: dict) -> str:
    sentence = _("No criminal record in any country or region, and never dismissed from a public body.")
    if {"lookback_years", "resident_months"} <= set(params):
        told = {"years": params["lookback_years"], "months": params["resident_months"]}
        sentence += (
            " "
            + _("Proof is needed from each country or region lived in for %(months)s months or more in the past %(years)s years.") % told
        )
    return sentence


def _residence_months(params: dict) -> str:
    place = PLACES.get(params.get("place", "CN"), params.get("place"))
    return _("At least %(months)s months of residence in %(place)s.") % {"months": params["min"], "place": place}


def _passport_validity(params: dict) -> str:
    day = REFERENCES.get(params.get("reference", "closes"), REFERENCES["closes"])
    return _("An ordinary passport that is valid for at least %(months)s months after %(day)s.") % {
        "months": params["min_months"],
        "day": day,
    }


SENTENCES: dict[str, Callable[[dict], str]] = {
    RuleKind.AGE: _age,
    RuleKind.NATIONALITY: _nationality,
    RuleKind.DEGREE: _degree,
    RuleKind.DEGREE_FIELD: _degree_field,
    RuleKind.WORK_YEARS: _work_years,
    RuleKind.CERTIFICATE: _certificate,
    RuleKind.LANGUAGE: _language,
    RuleKind.CHINESE: _chinese,
    RuleKind.NO_CRIMINAL_RECORD: _no_criminal_record,
    RuleKind.RESIDENCE_MONTHS: _residence_months,
    RuleKind.PASSPORT_VALIDITY: _passport_validity,
}
