"""Every text of the portal that is to be translated, found without gettext: Python by Babel, templates by Django's `templatize`."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import polib
from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ("recruitment", "positions", "screening", "publicity", "onboarding")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


@dataclass(frozen=True)
class Text:
    """One message as gettext knows it."""

    msgid: str
    plural: str = ""
    context: str = ""
    place: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.msgid


def collect(root: Path = ROOT) -> dict[tuple[str, str], Text]:
    """(context, msgid) → text, over all floors and templates."""
    found: dict[tuple[str, str], Text] = {}
    for text in _all(root):
        known = found.get(text.key)
        if known is None or (text.plural and not known.plural):
            found[text.key] = text
    return found


def _all(root: Path) -> Iterator[Text]:
    for floor in FLOORS:
        for path in sorted((root / floor).rglob("*.py")):
            if "migrations" not in path.parts:
                yield from _of_source(path.read_text(), str(path.relative_to(root)))
    for path in sorted((root / "templates").rglob("*.*")):
        if path.suffix in (".html", ".txt", ".xml"):
            source = templatize(path.read_text(), origin=str(path))
            flat = "\n".join(line.strip() for line in source.splitlines())  # what is left of the markup must not read as indentation
            yield from _of_source(flat, str(path.relative_to(root)))


def _of_source(source: str, place: str) -> Iterator[Text]:
    for line, function, messages, _comments in extract_python(BytesIO(source.encode()), list(KEYWORDS), [], {"encoding": "utf-8"}):
        text = _read(function, messages if isinstance(messages, tuple) else (messages,), f"{place}:{line}")
        if text is not None and text.msgid:
            yield text


def _read(function: str, messages: tuple, place: str) -> Text | None:
    shape = KEYWORDS[function]
    values = list(messages)
    context = ""
    if shape and isinstance(shape[0], tuple):
        context = values.pop(0) or ""
    if not values or values[0] is None:
        return None
    plural = values[1] if function.startswith(("ngettext", "npgettext")) and len(values) > 1 else ""
    return Text(values[0], plural or "", context, place)


def plural_forms(language: str) -> str:
    """Chinese, Japanese and Korean have one form."""
    return "nplurals=2; plural=(n != 1);" if language in ("en", "de") else "nplurals=1; plural=0;"


def read_catalogue(path: Path) -> polib.POFile:
    """The catalogue, or an empty one."""
    return polib.pofile(str(path), encoding="utf-8", wrapwidth=140) if path.exists() else polib.POFile(wrapwidth=140)
