"""What a public post asks for, row by row: a requirement or a document is corrected, added or withdrawn by a numbered correction."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_slug
from django.utils.translation import gettext_lazy as _
from modeltranslation.utils import build_localized_fieldname as localized

from positions.conditions.params import check_params
from positions.states import Call, RuleKind

LANGUAGES = [code for code, _name in settings.LANGUAGES]
REQUIREMENT, DOCUMENT = "requirement", "document"
RELATED = {REQUIREMENT: "rules", DOCUMENT: "required_documents"}
DETAILS = {REQUIREMENT: ("kind", "params"), DOCUMENT: ("kind", "required")}
NEW_DOCUMENT = f"{DOCUMENT}-new"


def is_row(name: str) -> bool:
    """Whether a correction is about a requirement or a document, and not about a column of the post."""
    part, stroke, _key = name.partition("-")
    return bool(stroke) and part in RELATED


def part_of(name: str) -> str:
    return name.partition("-")[0]


def is_new(name: str) -> bool:
    return name.partition("-")[2].startswith("new")


def new_kind(name: str) -> str:
    """Of which kind a new requirement is."""
    return name.removeprefix(f"{REQUIREMENT}-new-")


def names(position) -> list[str]:
    """Everything of this sort that can be corrected: what is asked for, and what could be asked for in addition."""
    standing = [f"{part}-{row.pk}" for part, related in RELATED.items() for row in getattr(position, related).all()]
    return [*standing, *(f"{REQUIREMENT}-new-{kind}" for kind in RuleKind.values), NEW_DOCUMENT]


def row_of(position, name: str):
    """The row that stands; None for one that is new or was withdrawn."""
    part, _stroke, key = name.partition("-")
    return getattr(position, RELATED[part]).filter(pk=int(key)).first() if key.isdecimal() else None


def value_of(position, name: str) -> dict | None:
    """A row as plain values; None where nothing is asked for."""
    row = row_of(position, name)
    if row is None:
        return None
    details = {detail: getattr(row, detail) for detail in DETAILS[part_of(name)]}
    return details | {"sentence": {code: getattr(row, localized("sentence", code)) or "" for code in LANGUAGES}}


def columns(name: str, value: dict) -> dict:
    """Plain values as the row holds them."""
    sentences = {localized("sentence", code): value["sentence"][code] for code in LANGUAGES}
    return {detail: value[detail] for detail in DETAILS[part_of(name)]} | sentences


def objections(position, name: str, value: dict | None) -> list:
    """Why this row cannot become that, a sentence each; nothing is changed here."""
    old = value_of(position, name)
    if old is None and not is_new(name):
        return [_("This is not asked for any more; it was corrected or withdrawn before.")]
    if value is None:
        return _against_withdrawal(position, name)
    if value == old:
        return [_("The new text is the same as the old one; nothing would change.")]
    if old is None and position.call == Call.CLOSED:
        return [_("The call is closed: nothing can be asked for in addition of people who can no longer answer.")]
    if not all((value["sentence"].get(code) or "").strip() for code in LANGUAGES):
        return [_("Write the sentence in every language.")]
    found = check_params(value["kind"], value["params"]) if part_of(name) == REQUIREMENT else _about_document(position, name, value)
    return [*found, *_silent(old, value)]


def _against_withdrawal(position, name: str) -> list:
    if is_new(name):
        return [_("There is nothing to withdraw.")]
    if getattr(position, RELATED[part_of(name)]).count() == 1:
        return [_("This is the last one; a public post keeps at least one requirement and one document. Correct it instead.")]
    return []


def _about_document(position, name: str, value: dict) -> list:
    try:
        validate_slug(value["kind"])
    except ValidationError as fault:
        return fault.messages
    row = row_of(position, name)
    if position.required_documents.filter(kind=value["kind"]).exclude(pk=row.pk if row else None).exists():
        return [_("This kind of document is already in the list.")]
    return []


def _silent(old: dict | None, value: dict) -> list:
    """What people read says whatever the check looks at."""
    if old and old["sentence"] == value["sentence"] and old.get("params") != value.get("params"):
        return [_("The details change, but the sentence says the same as before. Write the sentences anew.")]
    return []
