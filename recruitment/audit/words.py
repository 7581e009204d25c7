"""How a recorded verb is told to a person; each floor registers its own words."""

from django.utils.functional import Promise

_words: dict[str, str | Promise] = {}


def register(words: dict) -> None:
    """Verb → translated phrase."""
    _words.update(words)


def word(verb: str) -> str | Promise:
    """The phrase, or the verb itself where nobody gave one."""
    return _words.get(verb, verb)
