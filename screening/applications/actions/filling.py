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
from recruitment.core.refusals import Refused
from recruitment.privacy.actions import give, withdraw
from recruitment.privacy.models import Consent
from screening.applications.models import Application, Declaration, Education, Employment, Identity, LanguageEvidence, SectionProgress
from screening.applications.permissions import may_fill
from screening.applications.states import PREPARING, Section, State

ENTRIES = {Section.EDUCATION: Education, Section.WORK: Employment, Section.LANGUAGES: LanguageEvidence}
MOST_ENTRIES = 30


class Overtaken(Exception):
    """The section was saved elsewhere since the page was opened; nothing was written."""


@contextmanager
def filling(application: Application, section: Section, *, done: bool = False, seen: str | None = None, by: User) -> Iterator[Application]:
    """Lock the file, see that the section is as it was `seen`, let it be written, and stamp it.

    Raises Overtaken if somebody saved it meanwhile; `seen` None does not ask. Raises Refused once the file is handed in.
    """
    with transaction.atomic():
        locked = Application.objects.select_for_update(of=("self",), no_key=True).get(pk=application.pk)
        if not may_fill(locked, by):
            raise PermissionDenied
        if locked.state not in PREPARING:
            said = _("This application was handed in. Its answers can be changed only if the office asks for corrections.")
            raise Refused(said, subject=locked)
        progress = locked.progress.filter(section=section).first() or SectionProgress(application=locked, section=section)
        if seen is not None and seen != progress.stamp:
            raise Overtaken
        yield locked
        progress.done, progress.saved_at = done, timezone.now()
        progress.save()
        if locked.state != State.DRAFT:
            record("screening.application.amend", locked, by=by, data={"section": section})


def mark(application: Application, section: Section, *, done: bool, seen: str, by: User) -> None:
    """Say that a section is complete, or that it is not yet."""
    with filling(application, section, done=done, seen=seen, by=by):
        pass


def save_identity(application: Application, *, values: dict[str, Any], done: bool, seen: str, by: User) -> None:
    """Keep who the candidate is; `values` are columns of Identity."""
    with filling(application, Section.IDENTITY, done=done, seen=seen, by=by) as application:
        _write(Identity.objects.filter(application=application).first() or Identity(application=application), values)


def save_declarations(application: Application, *, values: dict, consents: dict, done: bool, seen: str, by: User) -> None:
    """Keep what the candidate declares and consents to; `consents` says yes or no to each kind that was shown."""
    with filling(application, Section.DECLARATIONS, done=done, seen=seen, by=by) as locked:
        _write(Declaration.objects.filter(application=locked).first() or Declaration(application=locked), values)
        standing = {consent.kind: consent for consent in Consent.objects.of(by).about(application).standing()}
        for kind, agreed in consents.items():
            if agreed and kind not in standing:
                give(by, kind, language=get_language() or by.language, about=application, by=by)
            elif not agreed and kind in standing:
                withdraw(standing[kind], by=by)


def add_entry(application: Application, section: Section, *, values: dict[str, Any], by: User) -> models.Model:
    """Add one degree, employment or language."""
    with filling(application, section, by=by) as application:
        model = ENTRIES[section]
        if model._default_manager.filter(application=application).count() >= MOST_ENTRIES:
            raise Refused(_("There is room for %(most)d entries. Remove one first.") % {"most": MOST_ENTRIES}, subject=application)
        return _write(model(application=application), values)


def change_entry(entry, section: Section, *, values: dict[str, Any], seen: str, by: User) -> None:
    """Correct one entry."""
    with filling(entry.application, section, seen=seen, by=by):
        _write(entry, values)


def remove_entry(entry, section: Section, *, by: User) -> None:
    """Take one entry out."""
    with filling(entry.application, section, by=by):
        entry.delete()


def _write(row: models.Model, values: dict[str, Any]) -> models.Model:
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    return row
