"""What time does to a proof that is to follow: one reminder, and when its day has passed, a word to those who must act."""

from collections import defaultdict

from django.db import transaction
from django.utils import timezone

from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.core import spoken_dates
from recruitment.core.moving import moving
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications.actions.stepping import tell
from screening.applications.models import Application
from screening.qualification.conditions import promised
from screening.qualification.models import Check

READERS = (Role.HR_OFFICER, Role.QUALIFICATION_OFFICER)


def remind(check: Check, *, by: User) -> bool:
    """Write to the candidate once before the proof is due; False if it came, or somebody reminded meanwhile."""
    with moving(check) as check:
        if check.reminded_on is not None or not promised(check):
            return False
        check.reminded_on = timezone.localdate()
        record("screening.application.remind_proof", check.application, by=by, data={"check": check.key, "due_on": str(check.due_on)})
        sentence = check.sentence(check.application.candidate.language)
        tell(check.application, Kind.PROVISION_REMINDED, sentence=sentence, due_on=check.due_on)
    return True


@transaction.atomic
def escalate(checks: list[Check], *, by: User) -> int:
    """The day has passed: the file goes no further, the candidate is told, and the department's officers get one list; letters to them."""
    overdue: dict[Application, list[Check]] = defaultdict(list)
    for row in checks:
        with moving(row) as check:
            if check.escalated_on is None and promised(check) and check.is_overdue:
                check.escalated_on = timezone.localdate()
                overdue[row.application].append(check)
                record("screening.application.miss_proof", row.application, by=by, data={"check": check.key, "due_on": str(check.due_on)})
    for application, rows in overdue.items():
        said = [row.sentence(application.candidate.language) for row in rows]
        tell(application, Kind.PROVISION_LAPSED, items=said)
    return sum(_write_to_officers(department, files) for department, files in _by_department(overdue).items())


def _by_department(overdue) -> dict:
    found: dict = defaultdict(dict)
    for application, rows in overdue.items():
        found[application.position.department][application] = rows
    return found


def _write_to_officers(department, files: dict) -> int:
    """One letter to each officer of a department with all of its files, in the officer's language."""
    officers = {person.pk: person for role in READERS for person in User.objects.with_role(role, department.code)}
    for person in officers.values():
        items = [
            f"{application.reference} · {check.sentence(person.language)} · {spoken_dates.day(check.due_on)}"
            for application, rows in files.items()
            if application.candidate_id != person.pk
            for check in rows
        ]
        notify(person, Kind.PROVISIONS_LAPSED, about=department, items=items, number=len(items), department_name=str(department))
    return len(officers)
