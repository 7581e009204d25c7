"""Two windows, one section: what was changed in the file since a page was opened, and how it goes together with what was typed.

A page carries a fingerprint of every answer as it was when it was opened. So an answer that only the other window changed is
taken over, one that both changed is asked about, and one that only this window changed needs no question.
"""

import hashlib
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext

MARK_LENGTH = 10
STORED = object()


@dataclass(frozen=True)
class Disputed:
    """An answer that was changed here and elsewhere."""

    name: str
    label: str
    stored: str
    typed: str


@dataclass(frozen=True)
class Meanwhile:
    """What a form looks like after the other window: its data, what to decide, and what was taken over (label, answer)."""

    data: MultiValueDict
    disputed: list[Disputed]
    taken_over: list[tuple[str, str]]

    @property
    def is_harmless(self) -> bool:
        return not self.disputed and not self.taken_over


def marks(form) -> str:
    """A fingerprint of every stored answer, in the order of the fields."""
    return ".".join(_mark(written(form, name)) for name in form.fields)


def _normal(typed, name: str) -> dict[str, list[str]]:
    """What was typed, as it would be stored; as it was posted where it cannot be."""
    if name in typed.cleaned_data:
        return written(typed, name, typed.cleaned_data[name])
    return posted(typed, name)


def merged(typed, stored, base: str) -> Meanwhile:
    """What was `typed` on a page with these fingerprints, put together with what is `stored` now."""
    seen = dict(zip(typed.fields, base.split("."), strict=False))
    data, disputed, taken_over = typed.data.copy(), [], []
    for name, field in typed.fields.items():
        now, here = written(stored, name), _normal(typed, name)
        if _mark(now) == seen.get(name) or _mark(now) == _mark(here):
            continue
        answer = stored.spoken(name, stored.initial.get(name)) or gettext("nothing")
        if _mark(here) == seen.get(name):
            put(data, now)
            taken_over.append((str(field.label), answer))
        else:
            disputed.append(Disputed(name, str(field.label), answer, _spoken(typed, name)))
    return Meanwhile(data, disputed, taken_over)


def with_stored(data: MultiValueDict, stored, names: list[str]) -> MultiValueDict:
    """The posted answers, with those of these names as they are stored."""
    data = data.copy()
    for name in names:
        if name in stored.fields:
            put(data, written(stored, name))
    return data


def put(data: MultiValueDict, answers: dict[str, list[str]]) -> None:
    for key, values in answers.items():
        data.setlist(key, values)


def written(form, name: str, value: Any = STORED) -> dict[str, list[str]]:
    """An answer, the stored one unless another is given, as a browser would post it."""
    field = form.fields[name]
    value = field.prepare_value(form.initial.get(name) if value is STORED else value)
    if isinstance(field.widget, forms.MultiWidget):
        parts = field.widget.decompress(value)
        return {name + suffix: [_text(part)] for suffix, part in zip(field.widget.widgets_names, parts, strict=True)}
    if isinstance(field.widget, forms.CheckboxInput):
        return {name: ["on"] if value else []}
    return {name: [_text(one) for one in value] if isinstance(value, list | tuple) else [_text(value)]}


def posted(form, name: str) -> dict[str, list[str]]:
    """A typed answer as the browser posted it."""
    keys = written(form, name)
    if isinstance(form.fields[name].widget, forms.CheckboxInput):
        return {name: ["on"] if form.data.get(name) else []}
    return {key: form.data.getlist(key) if hasattr(form.data, "getlist") else [form.data.get(key, "")] for key in keys}


def _spoken(typed, name: str) -> str:
    value = typed.cleaned_data.get(name) if name in typed.cleaned_data else None
    if value is not None:
        return typed.spoken(name, value) or gettext("nothing")
    return " ".join(one for values in posted(typed, name).values() for one in values if one)[:1000] or gettext("nothing")


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _mark(answers: dict[str, list[str]]) -> str:
    told = [[" ".join(one.split()) for one in values if one.strip()] for values in answers.values()]
    return hashlib.blake2b(repr(told).encode("utf-8", "replace"), digest_size=MARK_LENGTH // 2).hexdigest()
