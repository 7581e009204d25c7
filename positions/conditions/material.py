"""What of a public post is material: it is changed by a numbered correction and in no other way."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname as localized

from positions.conditions import asked
from positions.conditions.publication import OPTIONAL_TEXTS, REQUIRED_TEXTS
from positions.states import PositionState

LANGUAGES = [code for code, _name in settings.LANGUAGES]
TEXTS = (*REQUIRED_TEXTS, *OPTIONAL_TEXTS)
FACTS = (
    *("headcount", "working_languages", "approval_document_no", "salary_mode", "salary_min", "salary_max", "salary_public"),
    *("term_months", "probation_months", "test_on", "interview_on"),
)
CORRECTABLE = (*TEXTS, *FACTS)
DEADLINE = "closes_at"


def is_correctable(position, name: str) -> bool:
    """A column of the post, or a row of what it asks for."""
    return name in CORRECTABLE or (asked.is_row(name) and name in asked.names(position))


def value_of(position, name: str):
    """A material part of the post as plain values: a text by language, a fact as JSON knows it, a row with its sentence by language."""
    if asked.is_row(name):
        return asked.value_of(position, name)
    if name in TEXTS:
        return {code: getattr(position, localized(name, code)) or "" for code in LANGUAGES}
    value = getattr(position, name)
    return value.isoformat() if hasattr(value, "isoformat") else value


def put(position, name: str, value) -> None:
    """Set a material part from its plain values; whoever calls this saves the row."""
    if name in TEXTS:
        for code in LANGUAGES:
            setattr(position, localized(name, code), value[code])
        return
    setattr(position, name, position._meta.get_field(name).to_python(value))


def objections(position, name: str, value) -> list:
    """Why this part cannot become that, a sentence each; the row it is asked about is changed and must not be saved when there are any."""
    if asked.is_row(name):
        return asked.objections(position, name, value)
    old = value_of(position, name)
    put(position, name, value)
    if value_of(position, name) == old:
        return [_("The new text is the same as the old one; nothing would change.")]
    try:
        position.clean_fields(exclude={"state"})
        position.validate_constraints()
    except ValidationError as fault:
        return fault.messages
    return []


def objections_to_deadline(position, closes_at) -> list:
    """Why the deadline cannot become that: an extension comes in time, and leads to a later day before the test."""
    if position.state != PositionState.PUBLISHED or position.closes_at <= timezone.now():
        return [_("The deadline has passed or the call is closed; it can no longer be extended.")]
    if closes_at <= position.closes_at:
        return [_("The new deadline must be later than the present one.")]
    if position.test_on and timezone.localdate(closes_at) >= position.test_on:
        return [_("The new deadline must be before the day of the competence test; correct that day first.")]
    return []
