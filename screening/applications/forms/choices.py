"""Long lists to choose from: countries (regions) and languages, in the reader's language and order."""

import unicodedata
from functools import lru_cache

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from screening.applications.states.evidence import language_names

# Holders of Chinese nationality apply through the ordinary channels (Nationality Law, art. 3; domain 0.10, 2.5.4).
ORDINARY_CHANNEL = ("CN", "HK", "MO", "TW")


def sort_key(name: str, language: str) -> bytes | str:
    """The order of dictionaries: common Chinese characters stand by their sound in GB 18030, accents count for nothing."""
    if language.startswith("zh"):
        return name.encode("gb18030")
    return "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char)).casefold()


@lru_cache(maxsize=8)
def _countries(language: str) -> dict[str, str]:
    with override(language):
        names = {code: str(name) for code, name in countries}
    return dict(sorted(names.items(), key=lambda item: sort_key(item[1], language)))


@lru_cache(maxsize=8)
def _languages(language: str) -> dict[str, str]:
    with override(language):
        names = language_names()
    first = list(names)[:5]
    rest = sorted(names.keys() - set(first), key=lambda code: sort_key(names[code], language))
    return {code: names[code] for code in (*first, *rest)}


def country_names() -> dict[str, str]:
    """Code → name of every country and region, in the reader's language and order."""
    return _countries(get_language() or "en")


def foreign_countries() -> dict[str, str]:
    """The same without those whose people apply through the ordinary channels."""
    return {code: name for code, name in country_names().items() if code not in ORDINARY_CHANNEL}


def spoken_languages() -> dict[str, str]:
    """Code → name of every language, those of the portal first."""
    return _languages(get_language() or "en")


@lru_cache(maxsize=32)
def _options(source, language: str) -> SafeString:
    return mark_safe(render_to_string("applications/widgets/_options.html", {"options": source()}))


class LongSelect(forms.Select):
    """A select whose options are rendered once for each language: 249 small templates cost more than the rest of the page."""

    template_name = "applications/widgets/long_select.html"

    def __init__(self, source, attrs=None):
        super().__init__(attrs)
        self.source = source

    def format_value(self, value) -> list[str]:
        """What is not in the list is not chosen."""
        return [value] if value in self.source() else []

    def get_context(self, name, value, attrs):
        chosen = f'value="{value}"'
        options = _options(self.source, get_language() or "en")
        if value in self.source():
            options = mark_safe(options.replace(chosen, f"{chosen} selected", 1))
        return {"widget": {"name": name, "attrs": self.build_attrs(self.attrs, attrs), "options": options}}


class CodeField(forms.Field):
    """One code out of a long list; `source` gives code → name."""

    default_error_messages = {"unknown": _("Choose an entry of the list.")}

    def __init__(self, source, **kwargs):
        self.source = source
        super().__init__(widget=LongSelect(source), **kwargs)

    def to_python(self, value) -> str:
        return str(value or "")

    def validate(self, value) -> None:
        super().validate(value)
        if value and value not in self.source():
            raise ValidationError(self.error_messages["unknown"], code="unknown")

    def spoken(self, value) -> str:
        return self.source().get(str(value or ""), "")


class NationalityField(CodeField):
    """A nationality with which somebody may apply here."""

    default_error_messages = {
        "ordinary_channel": _(
            "People who hold Chinese nationality, and residents of Hong Kong, Macao and Taiwan, apply through the ordinary recruitment "
            "channels. Write to the recruiting authority; it will tell you which one is right for you."
        )
    }

    def __init__(self, **kwargs):
        super().__init__(foreign_countries, **kwargs)

    def validate(self, value) -> None:
        if value in ORDINARY_CHANNEL:
            raise ValidationError(self.error_messages["ordinary_channel"], code="ordinary_channel")
        super().validate(value)


class SeveralWidget(forms.Widget):
    """As many selects of the same name as were used, and one more."""

    template_name = "applications/widgets/several.html"
    least, most = 2, 5

    def __init__(self, source, attrs=None):
        super().__init__(attrs)
        self.source = source

    def value_from_datadict(self, data, files, name) -> list[str]:
        return [code for code in data.getlist(name)[: self.most] if code] if hasattr(data, "getlist") else data.get(name) or []

    def rows_of(self, value) -> list[str]:
        """What each select shows."""
        codes = [str(code) for code in value or []]
        return codes + [""] * (min(max(self.least, len(codes) + 1), self.most) - len(codes))

    def get_context(self, name, value, attrs):
        codes = self.rows_of(value)
        first = (attrs or {}).get("id", name)
        select = LongSelect(self.source)
        rows = [
            {**select.get_context(name, code, {"id": first if place == 0 else f"{first}_{place}"})["widget"], "number": place + 2}
            for place, code in enumerate(codes)
        ]
        return {"widget": {"name": name, "rows": rows, "described_by": (attrs or {}).get("aria-describedby")}}


class OtherNationalitiesField(forms.Field):
    """All further nationalities, each once."""

    def __init__(self, **kwargs):
        self.one = NationalityField(required=False)
        template = "applications/widgets/several_field.html"
        super().__init__(widget=SeveralWidget(foreign_countries), required=False, template_name=template, **kwargs)

    def clean(self, value) -> list[str]:
        return list(dict.fromkeys(self.one.clean(code) for code in value or []))

    def spoken(self, value) -> str:
        return "; ".join(self.one.spoken(code) for code in value or [])
