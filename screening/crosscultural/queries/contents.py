"""What a booklet says: gathered to be sealed, compared and put back when it is opened, and looked through for gaps."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname

QUESTION_TEXTS = ("text", "probes")
DIMENSION_TEXTS = ("name", "description", "anchor_1", "anchor_3", "anchor_5")


def columns(*names: str) -> list[str]:
    """The columns of these texts, one for each language."""
    return [build_localized_fieldname(name, code) for name in names for code, _name in settings.LANGUAGES]


def _texts(row, *names: str) -> dict[str, str]:
    return {column: getattr(row, column) or "" for column in columns(*names)}


def content(booklet) -> dict:
    """All that a booklet says, in one order: what is sealed, and what is compared when it is opened."""
    return {
        "minutes": booklet.minutes,
        **_texts(booklet, "instructions"),
        "questions": [
            {"order": question.order, "key": question.key, "minutes": question.minutes, **_texts(question, *QUESTION_TEXTS)}
            for question in booklet.questions.all()
        ],
        "dimensions": [
            {"key": dimension.key, "weight": dimension.weight, **_texts(dimension, *DIMENSION_TEXTS)}
            for dimension in booklet.dimensions.all()
        ],
    }


def gaps(booklet) -> list[str]:
    """What keeps a booklet from being sealed, as sentences; nothing when it is complete."""
    said, found = content(booklet), []
    if not said["questions"]:
        found.append(_("The booklet has no question."))
    if not said["dimensions"]:
        found.append(_("The booklet has no dimension to rate."))
    if not all(texts_of(said)):
        found.append(_("Every text is needed in all five languages."))
    return found


def texts_of(said: dict | list) -> Iterator[str]:
    """Every text that a booklet cannot do without; follow-up questions may be missing."""
    for name, value in said.items() if isinstance(said, dict) else enumerate(said):
        if isinstance(value, str) and not str(name).startswith(("probes", "key")):
            yield value.strip()
        elif isinstance(value, dict | list):
            yield from texts_of(value)
