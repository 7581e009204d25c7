"""The register of personal information: which field is kept, what for, on what basis, how long (PIPL Art. 6, 17, 19).

Every app says it in its own room `personal.py`, in plain words, so that floors above and below can do it alike:

    PERSONAL = {"Identity": {"family_name": (_("To know who applies"), "contract", "application")}}
    NOT_PERSONAL = {"Identity": ("reference",), "Position": EVERYTHING}    # EVERYTHING is "*"
    EXPORTS = {"applications": function}    # takes the person, returns what JSON can say; for "My data"

`discover` reads these rooms once all apps are ready and refuses a word that is not known.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist, ImproperlyConfigured
from django.utils import translation
from django.utils.module_loading import module_has_submodule

from recruitment.privacy.retention import RETENTION
from recruitment.privacy.states import LegalBasis

ROOM = "personal"
EVERYTHING = "*"


@dataclass(frozen=True)
class Purpose:
    """Why one field is kept, on what basis, and by which class of retention."""

    purpose: Any
    basis: LegalBasis
    retention: str


Fields = Mapping[str, tuple[Any, str, str]]

_purposes: dict[str, dict[str, Purpose]] = {}
_exempt: dict[str, frozenset[str]] = {}
_exporters: dict[str, Callable[[Any], Any]] = {}
_apps: dict[str, str] = {}
_followers: list[tuple[Callable[[Any], str], Callable[..., None], frozenset[str]]] = []


def register(label: str, fields: Fields) -> None:
    """Enter the personal fields of a model (`app.Model`); ImproperlyConfigured if a word is not known."""
    model = apps.get_model(label)
    for name, (purpose, basis, retention) in fields.items():
        try:
            model._meta.get_field(name)
        except FieldDoesNotExist:
            raise ImproperlyConfigured(f"{label} has no field {name}, but its personal.py registers it.") from None
        if basis not in LegalBasis.values or retention not in RETENTION:
            raise ImproperlyConfigured(f"{label}.{name}: the basis {basis!r} or the retention class {retention!r} is not known.")
        _purposes.setdefault(model._meta.label, {})[name] = Purpose(purpose, LegalBasis(basis), retention)


def exempt(label: str, names) -> None:
    """Note fields that tell nothing about a person; EVERYTHING for a model that only names who in the office wrote it."""
    model = apps.get_model(label)
    for name in names:
        if name != EVERYTHING:
            model._meta.get_field(name)
    _exempt[model._meta.label] = _exempt.get(model._meta.label, frozenset()) | frozenset(names)


def exporter(name: str, function: Callable[[Any], Any], app: str = "") -> None:
    """Add a section to everybody's export of their own data; `function` takes the person."""
    _exporters[name], _apps[name] = function, app


def section_app(name: str) -> str:
    """Label of the app that keeps a section of the export."""
    return _apps.get(name, "")


def follow(foretell: Callable[[Any], str], carry_out: Callable[..., None], *, kinds: Iterable[str] = ()) -> None:
    """A floor says what follows when a consent of these kinds (of any kind, if none is named) is taken back, and does it.

    `foretell(consent)` says it before it is confirmed; `carry_out(consent, told=…, by=…)` does it, with everything that was foretold.
    """
    _followers.append((foretell, carry_out, frozenset(kinds)))


def _following(kind: str) -> list[tuple[Callable[[Any], str], Callable[..., None]]]:
    return [(foretell, carry_out) for foretell, carry_out, kinds in _followers if not kinds or kind in kinds]


def foretold(consent) -> list[str]:
    """What will follow for the person's own matters, before they confirm."""
    return list(filter(None, (foretell(consent) for foretell, _carry_out in _following(consent.kind))))


def carried_out(consent, *, by) -> None:
    """Let every floor do what was foretold."""
    with translation.override(by.language):
        told = foretold(consent)
    for _foretell, carry_out in _following(consent.kind):
        carry_out(consent, told=told, by=by)


def discover() -> None:
    """Read the room `personal` of every app that has one."""
    for config in apps.get_app_configs():
        if not module_has_submodule(config.module, ROOM):
            continue
        room = import_module(f"{config.name}.{ROOM}")
        for model, fields in getattr(room, "PERSONAL", {}).items():
            register(f"{config.label}.{model}", fields)
        for model, names in getattr(room, "NOT_PERSONAL", {}).items():
            exempt(f"{config.label}.{model}", names)
        for name, function in getattr(room, "EXPORTS", {}).items():
            exporter(name, function, config.label)


def registered() -> dict[str, dict[str, Purpose]]:
    """The whole register: model label, field name, purpose."""
    return {label: dict(fields) for label, fields in sorted(_purposes.items())}


def is_exempt(label: str) -> bool:
    """Whether a model as a whole tells nothing about a person."""
    return EVERYTHING in _exempt.get(label, ())


def is_answered(label: str, name: str) -> bool:
    """Whether somebody has said what a field is for, or that it is not personal."""
    return name in _purposes.get(label, ()) or name in _exempt.get(label, ())


def exported(person) -> dict[str, Any]:
    """Everything the floors keep about a person, section by section."""
    return {name: function(person) for name, function in sorted(_exporters.items())}
