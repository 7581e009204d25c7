"""By when something happens: the promise of the stage, the day of the candidate's own turn, and what became of a promise."""

import datetime
from dataclasses import dataclass

from recruitment.calendar.periods import WorkingDays, deadline_instant
from screening.applications.conditions import missed_in_this_stage, standing_promise
from screening.applications.models import Application
from screening.applications.states import State

MINUTE = datetime.timedelta(minutes=1)


@dataclass(frozen=True)
class Outlook:
    """The last minute in which it is on time, whose turn it is, and the day that was promised first if it was missed."""

    until: datetime.datetime | None
    is_own_turn: bool
    missed_on: datetime.date | None


def outlook_of(application: Application, calendar: WorkingDays | None) -> Outlook:
    """What the candidate may count on now; without a calendar where no stage's clock runs."""
    if application.state in (State.DRAFT, State.REOPENED):
        return Outlook(application.deadline, True, None)
    if application.state == State.RETURNED:
        return Outlook(_last_minute(application.correction_due_on), True, None)
    missed = [row.promised_on for row in missed_in_this_stage(application)]
    return Outlook(_last_minute(standing_promise(application, calendar)), False, min(missed, default=None))


def _last_minute(day: datetime.date | None) -> datetime.datetime | None:
    return deadline_instant(day) - MINUTE if day else None
