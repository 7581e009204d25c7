"""Blanks: a field of a form printed once for a language, with a gap where the answer goes.

Label, hint, attributes and options are the same for everybody; only the answer is escaped and set in. A form that promises
so says `is_fixed = True`; a field of it that is not as its class declared it, or that has an error, is rendered as ever.
What is kept is rendered with marks instead of answers, so no answer is ever in it.
"""

import copy
import html
import re
from dataclasses import dataclass
from typing import Protocol

from django import forms
from django.forms.boundfield import BoundField
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

# As many as there are fixed fields times languages; a prefix of a formset makes a field another one.
MOST = 4000
# Characters of the private use area: no translation has them, and none is a choice.
SLOTS = "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007"
SLOT = SLOTS[0]
VALUE = re.compile(f' value="([{SLOTS}])"')
OPTION = re.compile(r'<(?:option|input)\b[^>]*? value="([^"]*)"')


class Blank(Protocol):
    """What is printed of one field."""

    def filled(self, field: BoundField) -> str:
        """With this field's answer."""


@dataclass(frozen=True)
class Boxes:
    """Inputs: what stands before each value and after the last, and which part of the answer each box takes."""

    texts: list[str]
    order: list[int]

    def filled(self, field):
        shown = _parts(field)
        told = ["" if shown[place] is None else f' value="{escape(shown[place])}"' for place in self.order]
        return "".join(text for pair in zip(self.texts, [*told, ""], strict=True) for text in pair)


@dataclass(frozen=True)
class Text:
    """A text area: what stands before and after its text."""

    before: str
    after: str

    def filled(self, field):
        value = field.field.widget.format_value(field.value())
        return f"{self.before}{'' if value is None else escape(value)}{self.after}"


@dataclass(frozen=True)
class Choices:
    """Options: where the word stands that says which were chosen; several selects have a part each."""

    parts: list[tuple[str, dict[str, int]]]
    word: str

    def filled(self, field):
        chosen = _chosen(field, field.value())
        return "".join(self._marked(text, places, codes) for (text, places), codes in zip(self.parts, chosen, strict=True))

    def _marked(self, text: str, places: dict[str, int], codes: list[str]) -> str:
        for place in sorted((places[code] for code in codes if code in places), reverse=True):
            text = f"{text[:place]} {self.word}{text[place:]}"
        return text


@dataclass(frozen=True)
class Tick:
    """A box that is ticked or not."""

    empty: str
    ticked: str

    def filled(self, field):
        return self.ticked if field.value() else self.empty


_kept: dict[tuple, Blank | None] = {}


def filled(field: BoundField) -> SafeString | None:
    """A field's whole group with its answer; nothing where it is not the same for everybody."""
    form = field.form
    if not getattr(form, "is_fixed", False) or field.name in form.errors or not _is_as_declared(field):
        return None
    key = (type(form), get_language(), field.html_name, field.auto_id, _rows(field))
    if key not in _kept:
        if len(_kept) >= MOST:
            _kept.clear()
        _kept[key] = _printed(field)
    blank = _kept[key]
    return mark_safe(blank.filled(field)) if blank else None


def _is_as_declared(field: BoundField) -> bool:
    """Nobody gave this form's field another label, hint or list of choices."""
    declared, own = type(field.form).base_fields.get(field.name), field.field
    if declared is own or declared is None:
        return declared is own
    return (
        own.label is declared.label
        and own.help_text is declared.help_text
        and (own.required, own.disabled, own.template_name) == (declared.required, declared.disabled, declared.template_name)
        and type(own.widget) is type(declared.widget)
        and own.widget.attrs == declared.widget.attrs
        and getattr(own, "_choices", None) == getattr(declared, "_choices", None)
    )


def _printed(field: BoundField) -> Blank | None:
    """The blank of a field; nothing for kinds that are rare, secret or changing."""
    widget = field.field.widget
    if isinstance(widget, forms.MultiWidget):
        return _boxes(_render(field, list(SLOTS[: len(widget.widgets)])))
    if hasattr(widget, "rows_of"):
        return _choices(_render(field, [SLOT] * (_rows(field) - 1)), "selected", selects=True)
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple | forms.Select):
        if not isinstance(getattr(field.field, "_choices", []), list):
            return None
        return _choices(_render(field, SLOT), "selected" if field.kind == "select" else "checked")
    if isinstance(widget, forms.CheckboxInput):
        return Tick(_render(field, False), _render(field, True))
    if isinstance(widget, forms.Textarea):
        before, _slot, after = _render(field, SLOT).partition(SLOT)
        return Text(before, after)
    if isinstance(widget, forms.widgets.Input) and not isinstance(widget, forms.PasswordInput | forms.FileInput | forms.HiddenInput):
        return _boxes(_render(field, SLOT))
    return None


def _render(field: BoundField, value) -> str:
    """The group as ever, of a field that answers with a mark."""
    blank = copy.copy(field)
    blank.__dict__.pop("subwidgets", None)
    blank.value = lambda: value
    return str(blank.render())


def _boxes(text: str) -> Boxes:
    pieces = VALUE.split(text)
    return Boxes(pieces[::2], [SLOTS.index(slot) for slot in pieces[1::2]])


def _choices(text: str, word: str, *, selects: bool = False) -> Choices:
    pieces = re.split(r"(?=<select\b)", text) if selects else [text]
    return Choices([(piece, _places(piece)) for piece in pieces], word)


def _places(text: str) -> dict[str, int]:
    """Value → the place behind it; the first, where a value stands twice."""
    places: dict[str, int] = {}
    for found in OPTION.finditer(text):
        places.setdefault(html.unescape(found[1]), found.end())
    return places


def _rows(field: BoundField) -> int:
    """How many selects a field of several shows for its answer; none for any other."""
    rows_of = getattr(field.field.widget, "rows_of", None)
    return len(rows_of(field.value())) if rows_of else 0


def _chosen(field: BoundField, value) -> list[list[str]]:
    widget = field.field.widget
    if hasattr(widget, "rows_of"):
        return [[], *([code] if code else [] for code in widget.rows_of(value))]
    codes = widget.format_value(value)
    return [codes if widget.allow_multiple_selected else codes[:1]]


def _parts(field: BoundField) -> list:
    """What each box shows."""
    widget, value = field.field.widget, field.value()
    if not isinstance(widget, forms.MultiWidget):
        return [widget.format_value(value)]
    values = value if isinstance(value, list | tuple) else widget.decompress(value)
    return [box.format_value(one) for box, one in zip(widget.widgets, values, strict=True)]
