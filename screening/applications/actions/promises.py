"""What happens when a promised day passes: one honest letter to the candidate, one list to those who can help."""

import datetime
from collections import defaultdict

from django.utils import timezone

from positions.models import Department
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.calendar.periods import WorkingDays
from recruitment.core import spoken_dates
from recruitment.core.moving import moving
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from recruitment.policy.queries import value
from screening.applications.actions.stepping import tell
from screening.applications.conditions import is_missed, standing_promise
from screening.applications.models import Application, MissedPromise


def miss_promise(application: Application, calendar: WorkingDays, *, by: User) -> MissedPromise | None:
    """Note that the promised day has passed and say by when it is expected now; None if the file moved meanwhile."""
    with moving(application) as application:
        promised = standing_promise(application, calendar)
        if not is_missed(promised):
            return None
        expected = later(calendar)
        missed = application.missed_promises.create(state=application.state, promised_on=promised, expected_on=expected)
        record("screening.application.miss_promise", application, by=by, data={"promised": str(promised), "expected": str(expected)})
        tell(application, Kind.PROMISE_MISSED, promised_on=promised, expected_on=expected)
    return missed


def later(calendar: WorkingDays) -> datetime.date:
    """The day that is expected instead, by the policy."""
    return calendar.add_working_days(timezone.localdate(), value("promise.extension_working_days")).ends_on


def escalate(missed: list[MissedPromise]) -> int:
    """One letter to each HR officer of a department with all of its late files; returns how many letters."""
    lists: dict[Department, list[MissedPromise]] = defaultdict(list)
    for row in missed:
        lists[row.application.position.department].append(row)
    written = 0
    for department, rows in lists.items():
        for officer in User.objects.with_role(Role.HR_OFFICER, department.code):
            items = [f"{row.application.reference} · {spoken_dates.day(row.promised_on)}" for row in rows]
            notify(officer, Kind.PROMISES_MISSED, about=department, items=items, number=len(items), department_name=str(department))
            written += 1
    return written
