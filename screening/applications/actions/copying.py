"""One profile, used again: answers are copied from an earlier application of the same person.

There is no profile beside the applications that could differ from all of them. The newest application is the profile; its rows are
copied, never shared, so every application keeps what was written in it, and nothing changes under an office's hands.
"""

from typing import Any

from django.db import models, transaction

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from screening.applications.actions.filling import filling
from screening.applications.models import Application, Certificate, Education, Employment, Identity, LanguageEvidence, Pause, Referee
from screening.applications.states import Section

COPIED: dict[Section, tuple[type[models.Model], ...]] = {
    Section.IDENTITY: (Identity,),
    Section.EDUCATION: (Education, Certificate),
    Section.WORK: (Employment, Pause),
    Section.LANGUAGES: (LanguageEvidence,),
    Section.REFEREES: (Referee,),
}
# Every row has its own; whether somebody was asked belongs to the application in which they were.
OF_THE_ROW = ("id", "uuid", "application", "asked_at", "expires_at", "reminded_at", "answered_at", "declined_at", "withdrawn_at")


@transaction.atomic
def copy_answers(application: Application, *, source: Application, by: User) -> dict[Section, int]:
    """Copy every section that was not begun yet; section → how many rows. The reader looks through each and marks it as complete."""
    begun = set(application.progress.values_list("section", flat=True))
    copied = {section: _copy(application, section, source=source, by=by) for section in COPIED if section not in begun}
    copied = {section: number for section, number in copied.items() if number}
    if copied:
        told = {"source": str(source.uuid), "sections": [section.value for section in copied]}
        record("screening.application.copy_answers", application, by=by, data=told)
    return copied


def _copy(application: Application, section: Section, *, source: Application, by: User) -> int:
    rows = [row for model in COPIED[section] for row in model._default_manager.filter(application=source)]
    if rows:
        with filling(application, section, by=by) as locked:
            for row in rows:
                type(row)._default_manager.create(application=locked, **_answers(row))
    return len(rows)


def _answers(row: models.Model) -> dict[str, Any]:
    """Read in clear: what is sealed opens in its own row only."""
    return {field.name: getattr(row, field.name) for field in row._meta.concrete_fields if field.name not in OF_THE_ROW}
