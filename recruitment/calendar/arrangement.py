"""Reading the State Council's arrangement of a year from a table of days; every fault is named with its line.

date,kind,name
2027-02-05,holiday,春节
2027-02-14,makeup_workday,春节
"""

import csv
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from recruitment.calendar.periods import statutory_days
from recruitment.calendar.states import DayKind

COLUMNS = ["date", "kind", "name"]
NAME_LENGTH = 60
MOST_LINES = 400


@dataclass(frozen=True)
class ArrangedDay:
    """One line: a day off, or a weekend day that is worked."""

    date: date
    kind: DayKind
    name: str


def read(text: str, year: int) -> list[ArrangedDay]:
    """The days of the arrangement in their order; ValidationError with one sentence for each fault."""
    lines = text.removeprefix("\ufeff").strip().splitlines()
    if not lines or [column.strip() for column in lines[0].split(",")] != COLUMNS:
        raise ValidationError(_("The first line must read: %(columns)s") % {"columns": ",".join(COLUMNS)})
    if len(lines) > MOST_LINES:
        raise ValidationError(_("A year has no more than %(number)s lines.") % {"number": MOST_LINES})
    days, faults, seen = [], [], set()
    for number, row in enumerate(csv.reader(lines[1:]), start=2):
        try:
            days.append(_day(row, year, seen))
        except ValidationError as fault:
            faults.append(_("Line %(number)s: %(fault)s") % {"number": number, "fault": fault.message})
    faults += [] if faults else _missing(days, year)
    if faults:
        raise ValidationError(faults)
    return sorted(days, key=lambda day: day.date)


def _day(row: list[str], year: int, seen: set[date]) -> ArrangedDay:
    if len(row) != len(COLUMNS):
        raise ValidationError(_("there must be a date, a kind and a name, with commas between."))
    day, kind, name = (cell.strip() for cell in row)
    found = _date(day, year)
    if found in seen:
        raise ValidationError(_("this day is there twice."))
    if kind not in DayKind.values:
        raise ValidationError(_("the kind must be holiday or makeup_workday."))
    if kind == DayKind.MAKEUP_WORKDAY and found.weekday() < 5:
        raise ValidationError(_("only a Saturday or Sunday can be an adjusted working day."))
    if not name or len(name) > NAME_LENGTH:
        raise ValidationError(_("the name must have between 1 and 60 characters."))
    seen.add(found)
    return ArrangedDay(found, DayKind(kind), name)


def _date(text: str, year: int) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise ValidationError(_("the date must look like 2027-02-05.")) from None
    if found.year != year:
        raise ValidationError(_("the date is not in the year %(year)s.") % {"year": year})
    return found


def _missing(days: list[ArrangedDay], year: int) -> list[str]:
    """Statutory days cannot be arranged away; a file without them is not the whole arrangement."""
    off = {day.date for day in days if day.kind == DayKind.HOLIDAY}
    missing = sorted(day for day in statutory_days(year) if day not in off)
    return [_("%(day)s is a statutory holiday and is not a day off in this file.") % {"day": day.isoformat()} for day in missing]
