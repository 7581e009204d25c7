"""How a candidate fills the form, section by section, for as long as the file is in their hands."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.prepared import Prepared
from recruitment.core.refusals import Refused
from recruitment.privacy.actions import give, withdraw
from recruitment.privacy.models import Consent
from screening.applications.models import (
    Application,
    Certificate,
    CompetencyEvidence,
    Declaration,
    Education,
    Employment,
    Identity,
    Interest,
    LanguageEvidence,
    Pause,
    Referee,
    SectionProgress,
)
from screening.applications.permissions import may_fill
from screening.applications.states import NAMING, PREPARING, InterestKind, Section, State

# What can be listed, by the word of its address; some belong to the section of others.
ENTRIES: dict[str, type[models.Model]] = {
    Section.EDUCATION: Education,
    "certificates": Certificate,
    Section.WORK: Employment,
    "pauses": Pause,
    Section.LANGUAGES: LanguageEvidence,
    Section.REFEREES: Referee,
    Section.INTERESTS: Interest,
}
WITHIN = {"pauses": Section.WORK, "certificates": Section.EDUCATION}
LOCKED = Prepared(lambda pk: Application.objects.select_for_update(of=("self",), no_key=True).filter(pk=pk), int)
PROGRESS = Prepared(lambda file, section: SectionProgress.objects.filter(application=file, section=section), int, str)
IDENTITY = Prepared(lambda file: Identity.objects.filter(application=file), int)
DECLARATION = Prepared(lambda file: Declaration.objects.filter(application=file), int)
MOST_ENTRIES = 30
MOST_REFEREES = 3


def section_of(kind: str) -> Section:
    """The section to which a kind of entry belongs."""
    return WITHIN.get(kind) or Section(kind)


class Overtaken(Exception):
    """The section was saved elsewhere since the page was opened; nothing was written."""


@contextmanager
def filling(application: Application, section: Section, *, done: bool = False, seen: str | None = None, by: User) -> Iterator[Application]:
    """Lock the file, see that the section is as it was `seen`, let it be written, and stamp it.

    Raises Overtaken if somebody saved it meanwhile; `seen` None does not ask. Raises Refused once the file is handed in.
    """
    with transaction.atomic():
        locked = LOCKED.first(application.pk)
        if locked is None:
            raise Application.DoesNotExist
        if not may_fill(locked, by):
            raise PermissionDenied
        if locked.state not in (NAMING if section == Section.REFEREES else PREPARING):
            said = _("This application was handed in. Its answers can be changed only if the office asks for corrections.")
            raise Refused(said, subject=locked)
        progress = PROGRESS.first(locked.pk, section) or SectionProgress(application=locked, section=section)
        if seen is not None and seen != progress.stamp:
            raise Overtaken
        yield locked
        progress.done, progress.saved_at = done, timezone.now()
        progress.save()
        if locked.state != State.DRAFT:
            record("screening.application.amend", locked, by=by, data={"section": section})


def mark(application: Application, section: Section, *, done: bool, seen: str, by: User) -> None:
    """Say that a section is complete, or that it is not yet."""
    with filling(application, section, done=done, seen=seen, by=by) as locked:
        if section == Section.INTERESTS and done:
            _declare_relatives(locked)


def _declare_relatives(application: Application) -> None:
    """What the rules on recusal read: the answer follows from the list."""
    relatives = [row for row in application.interests.all() if row.kind == InterestKind.RELATIVE]
    told = "; ".join(f"{row.who}, {row.body}" for row in relatives)
    _write(declaration_of(application), {"has_relatives": bool(relatives), "relatives": told[:1000]})


def declaration_of(application: Application) -> Declaration:
    """The row of the declarations, new where there is none."""
    return DECLARATION.first(application.pk) or Declaration(application=application)


def save_identity(application: Application, *, values: dict[str, Any], done: bool, seen: str, by: User) -> None:
    """Keep who the candidate is; `values` are columns of Identity."""
    with filling(application, Section.IDENTITY, done=done, seen=seen, by=by) as application:
        _write(IDENTITY.first(application.pk) or Identity(application=application), values)


def save_declarations(application: Application, *, values: dict, consents: dict, done: bool, seen: str, by: User) -> None:
    """Keep what the candidate declares and consents to; `consents` says yes or no to each kind that was shown."""
    with filling(application, Section.DECLARATIONS, done=done, seen=seen, by=by) as locked:
        _write(declaration_of(locked), values)
        standing = {consent.kind: consent for consent in Consent.objects.of(by).about(application).standing()}
        for kind, agreed in consents.items():
            if agreed and kind not in standing:
                give(by, kind, language=get_language() or by.language, about=application, by=by)
            elif not agreed and kind in standing:
                withdraw(standing[kind], by=by)


def save_competencies(application: Application, *, values: dict, evidence: dict, done: bool, seen: str, by: User) -> None:
    """Keep motivation and case studies, and `evidence`: competency → its name as it was read, and the text."""
    with filling(application, Section.COMPETENCIES, done=done, seen=seen, by=by) as locked:
        _write(declaration_of(locked), values)
        for key, (name, text) in evidence.items():
            told = {"name": name[:200], "text": text}
            CompetencyEvidence.objects.update_or_create(application=locked, competency=key, defaults=told)


def add_entry(application: Application, kind: str, *, values: dict[str, Any], by: User) -> models.Model:
    """Add one degree, employment, language, referee or interest."""
    most = MOST_REFEREES if kind == Section.REFEREES else MOST_ENTRIES
    with filling(application, section_of(kind), by=by) as application:
        model = ENTRIES[kind]
        if _standing(model, application).count() >= most:
            raise Refused(_("There is room for %(most)d entries. Remove one first.") % {"most": most}, subject=application)
        return _write(model(application=application), values)


def _standing(model: type[models.Model], application: Application):
    rows = model._default_manager.filter(application=application)
    return rows.standing() if hasattr(rows, "standing") else rows


def change_entry(entry, kind: str, *, values: dict[str, Any], seen: str, by: User) -> None:
    """Correct one entry."""
    with filling(entry.application, section_of(kind), seen=seen, by=by):
        _write(_untouched(entry), values)


def remove_entry(entry, kind: str, *, by: User) -> None:
    """Take one entry out."""
    with filling(entry.application, section_of(kind), by=by):
        _untouched(entry).delete()


def _untouched(entry):
    """A referee who was asked already is not changed under their hands: the request is withdrawn first."""
    if isinstance(entry, Referee):
        entry = Referee.objects.select_for_update().get(pk=entry.pk)
        if entry.asked_at:
            said = _("This person was asked already. Withdraw the request first, then name somebody else.")
            raise Refused(said, subject=entry.application)
    return entry


def _write(row: models.Model, values: dict[str, Any]) -> models.Model:
    """Only what changed is written; a new row as a whole."""
    changed = [name for name, value in values.items() if row.pk is None or getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed or row.pk is None:
        row.save(update_fields=changed if row.pk else None)
    return row
