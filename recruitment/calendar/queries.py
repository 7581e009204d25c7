"""What the calendar is asked: the working days, loaded once a process and loaded again only when a year changed."""

from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from django.apps import apps

from recruitment.calendar.periods import Period, WorkingDays
from recruitment.calendar.states import CountRule, DayKind, YearStatus
from recruitment.core.prepared import Prepared

Editions = frozenset[tuple[int, str, UUID]]
EDITIONS = Prepared(lambda: apps.get_model("calendar", "CalendarYear").objects.values_list("year", "status", "edition"))

NEXT_YEAR_IS_DUE_FROM_MONTH = 11


def working_days() -> WorkingDays:
    """The calendar as it stands: one query for the editions of the years, the days only when one of them is new."""
    return _loaded(frozenset(EDITIONS.rows()))


def notice_period(published_at: datetime, n: int, *, rule: str = CountRule.NEXT_DAY) -> Period:
    """The period of a notice of `n` working days published at this instant."""
    return working_days().notice_period(published_at, n, rule=rule)


def add_working_days(start: date, n: int, *, rule: str = CountRule.NEXT_DAY) -> Period:
    """The period of `n` working days that an event on `start` sets going."""
    return working_days().add_working_days(start, n, rule=rule)


def overdue_year(today: date) -> int | None:
    """The year whose arrangement should be confirmed by now and is not: this one, or from November the next one."""
    wanted = [today.year] + ([today.year + 1] if today.month >= NEXT_YEAR_IS_DUE_FROM_MONTH else [])
    confirmed = working_days().confirmed_years
    return next((year for year in wanted if year not in confirmed), None)


@lru_cache(maxsize=1)
def _loaded(editions: Editions) -> WorkingDays:
    days = list(apps.get_model("calendar", "CalendarDay").objects.values_list("date", "kind"))
    return WorkingDays(
        days_off=frozenset(day for day, kind in days if kind == DayKind.HOLIDAY),
        makeup_workdays=frozenset(day for day, kind in days if kind == DayKind.MAKEUP_WORKDAY),
        confirmed_years=frozenset(year for year, status, _ in editions if status == YearStatus.CONFIRMED),
    )
