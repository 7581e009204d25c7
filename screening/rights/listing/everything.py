"""Everything that the portal holds about a person, section by section, in words that can be read; and what a deletion would leave."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils import dateparse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core import spoken_dates
from recruitment.privacy import registry
from recruitment.privacy.retention import periods
from screening.applications.actions.purging import ERASABLE
from screening.applications.models import Application
from screening.applications.states import LIVE, State

SECTIONS = {
    "account": _("Account"),
    "alerts": _("Alerts by e-mail"),
    "applications": _("Applications"),
    "appointments": _("Appointments"),
    "assessments": _("Assessor"),
    "consents": _("Consents"),
    "courses": _("Training courses"),
    "documents": _("Documents"),
    "interviews": _("Interviews"),
    "letters": _("Letters"),
    "mentoring": _("Mentoring"),
    "notices": _("Public notices"),
    "readings": _("Who opened your applications"),
    "requests": _("Requests about your data"),
    "saved_positions": _("Saved positions"),
    "services": _("Life services"),
    "tests": _("Tests"),
}
YES, NO = pgettext_lazy("answer", "Yes"), pgettext_lazy("answer", "No")
WORDS = {
    "times": _("How often"),
    "last_at": _("Last time"),
    "handed_in": _("Handed in"),
    "begun": _("Begun"),
    "number": _("Application number"),
    "name": _("Name"),
    "joined_at": _("Joined"),
    "roles": _("Roles"),
    "about": _("For what"),
    "text": _("Text"),
    "at": _("Date and time"),
    "event": _("What happened"),
    "received": _("Received from you"),
    "issued": _("Issued to you"),
}


@dataclass(frozen=True)
class Part:
    """One section: what for and how long it is kept, and every record as rows."""

    title: str
    purposes: list[tuple[str, str]]
    records: list[list[tuple[str, str]]]


def everything(person) -> list[Part]:
    """All sections that hold something, in the reader's language."""
    names, kept_for = _field_names(), periods()
    parts = []
    for section, found in registry.exported(person).items():
        records = [_rows(record, names) for record in _records(found)]
        if any(records):
            parts.append(Part(str(SECTIONS.get(section, section)), _purposes(section, kept_for), [rows for rows in records if rows]))
    return parts


def _records(found: Any) -> list:
    if isinstance(found, dict):
        lists = [value for value in found.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
        return [record for several in lists for record in several] if lists else [found]
    return found or []


def _rows(record: dict, names: dict[str, str], before: str = "") -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for key, value in record.items():
        label = before + str(WORDS.get(key) or names.get(key) or SECTIONS.get(key) or capfirst(key.replace("_", " ")))
        if isinstance(value, dict):
            rows += _rows(value, names, f"{label} · ")
        elif isinstance(value, list | tuple) and value and isinstance(value[0], dict):
            for number, one in enumerate(value, start=1):
                rows += _rows(one, names, f"{label} {number} · ")
        elif value not in (None, "", [], ()):
            rows.append((label, _said(value)))
    return rows


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return str(YES if value else NO)
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if hasattr(value, "hour"):
        return spoken_dates.moment(value)
    if hasattr(value, "year"):
        return spoken_dates.day(value)
    text = str(value)
    day = dateparse.parse_date(text) if len(text) == 10 and text[4:5] == "-" else None
    return spoken_dates.day(day) if day else text


def _field_names() -> dict[str, str]:
    """What a field is called, by its name, over everything that is registered."""
    models = [apps.get_model(label) for label in registry.registered()]
    return {field.name: capfirst(str(field.verbose_name)) for model in models for field in model._meta.local_fields}


def _purposes(section: str, kept_for: dict[str, str]) -> list[tuple[str, str]]:
    app = registry.section_app(section)
    fields = [fields for label, fields in registry.registered().items() if label.partition(".")[0] == app]
    lines = [(str(one.purpose), kept_for[one.retention]) for several in fields for one in several.values()]
    return list(dict.fromkeys(lines))


KEPT = {
    State.APPOINTED: _("Appointment and contract: kept by the rules for archives."),
    State.REJECTED: _("Kept as long as an objection or a claim is possible; the notice on personal information says how long."),
}
UNDER_WAY = _("The selection is under way. Withdraw the application first; then it can be deleted.")
ALWAYS_KEPT = (
    _("Proof of consents and of requests about your data: at least three years (Personal Information Protection Law, Article 56)."),
    _("The audit trail of decisions and the access logs, as long as the law prescribes (Cybersecurity Law, Article 21)."),
    _("Letters to you and results of tests and interviews, as long as the notice on personal information says."),
)


def outlook(person) -> tuple[list[Application], list[tuple[Application, str]]]:
    """(applications that a deletion takes, applications that stay and why)."""
    files = Application.objects.of_candidate(person).filter(purged_at=None).select_related("position").order_by("pk")
    erased = [file for file in files if file.state in ERASABLE]
    kept = [(file, str(UNDER_WAY if file.state in LIVE else KEPT.get(State(file.state), KEPT[State.REJECTED]))) for file in files]
    return erased, [(file, why) for file, why in kept if file.state not in ERASABLE]
