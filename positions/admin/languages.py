"""One collapsible part of a form for each language of the site."""

from django.conf import settings
from modeltranslation.utils import build_localized_fieldname as localized


def language_fieldsets(*names: str) -> list[tuple[str, dict]]:
    """The translated fields, gathered by language under the language's own name."""
    return [
        (language, {"classes": ["collapse"], "fields": [localized(name, code) for name in names]}) for code, language in settings.LANGUAGES
    ]


def in_languages(name: str) -> list[str]:
    """The columns of one translated field."""
    return [localized(name, code) for code, _language in settings.LANGUAGES]
