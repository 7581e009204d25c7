"""The list (清单) that the notice ends with, made from the register itself: what is kept, what for, on what basis, how long.

Network Data Security Regulations Art. 21 want it as a list and prominent; made from the register it cannot fall behind.
"""

from dataclasses import dataclass, field

from django.apps import apps
from django.utils.text import capfirst

from recruitment.privacy import registry
from recruitment.privacy.retention import periods


@dataclass
class Line:
    """Fields of one kind of record that are kept for the same purpose, on the same basis, for the same time."""

    record: str
    purpose: str
    basis: str
    kept_for: str
    fields: list[str] = field(default_factory=list)


def lines() -> list[Line]:
    """The register in the reader's language, by kind of record; equal lines are drawn together."""
    kept_for, found = periods(), {}
    for label, fields in registry.registered().items():
        options = apps.get_model(label)._meta
        for name, purpose in fields.items():
            parts = (capfirst(str(options.verbose_name)), str(purpose.purpose), str(purpose.basis.label), kept_for[purpose.retention])
            line = found.setdefault(parts, Line(*parts))
            line.fields.append(str(options.get_field(name).verbose_name))
    return list(found.values())
