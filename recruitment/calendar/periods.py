"""Working days and periods: pure counting over a calendar that was loaded before.

Days are counted under Civil Code Art. 201 and 203. Weekends that the State Council turned into working days count, days off
on weekdays do not. In a year whose arrangement is not confirmed only weekends and the statutory days are off, and whatever
touches it is provisional: it may be shown as such, never relied on.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from recruitment.calendar.states import CountRule

SHANGHAI = ZoneInfo("Asia/Shanghai")
OFFICE_OPENS = time(9)
DAY = timedelta(days=1)

# Statutory days since the State Council decree of 2024-11-10: the fixed ones, and the first day of those that follow the
# moon or the sun. Spring Festival runs from the eve to the third day.
FIXED_STATUTORY = ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))
SPRING_FESTIVAL = {
    2027: (2, 6), 2028: (1, 26), 2029: (2, 13), 2030: (2, 3), 2031: (1, 23), 2032: (2, 11), 2033: (1, 31), 2034: (2, 19), 2035: (2, 8),
}  # fmt: skip
ONE_DAY_FESTIVALS = {  # Qingming, Dragon Boat, Mid-Autumn
    2027: ((4, 5), (6, 9), (9, 15)),
    2028: ((4, 4), (5, 28), (10, 3)),
    2029: ((4, 4), (6, 16), (9, 22)),
    2030: ((4, 5), (6, 5), (9, 12)),
    2031: ((4, 5), (6, 24), (10, 1)),
    2032: ((4, 4), (6, 12), (9, 19)),
    2033: ((4, 4), (6, 1), (9, 8)),
    2034: ((4, 5), (6, 20), (9, 27)),
    2035: ((4, 5), (6, 10), (9, 16)),
}


@dataclass(frozen=True)
class Period:
    """From the first counted day to the last, both included, with the number of working days between."""

    starts_on: date
    ends_on: date
    working_days: int
    provisional: bool

    @property
    def closes_at(self) -> datetime:
        """The instant from which nothing counts as in time any more."""
        return deadline_instant(self.ends_on)


@dataclass(frozen=True)
class WorkingDays:
    """The calendar as arranged: which days are off, which weekends work, which years are confirmed."""

    days_off: frozenset[date]
    makeup_workdays: frozenset[date]
    confirmed_years: frozenset[int]

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on `day`; in an unconfirmed year the best guess."""
        if day in self.makeup_workdays:
            return True
        if day.weekday() >= 5 or day in self.days_off:
            return False
        return day.year in self.confirmed_years or day not in statutory_days(day.year)

    def is_provisional(self, first: date, last: date) -> bool:
        """Whether the span from `first` to `last` touches a year that is not confirmed."""
        return any(year not in self.confirmed_years for year in range(first.year, last.year + 1))

    def next_working_day(self, day: date) -> date:
        """`day` itself if it is a working day, else the first one after it (Civil Code Art. 203)."""
        return next(self._working_days_from(day))

    def add_working_days(self, start: date, n: int, *, rule: str = CountRule.NEXT_DAY) -> Period:
        """The period of `n` working days that an event on `start` sets going."""
        return _counted(self, start, n, rule)

    def _add_working_days(self, start: date, n: int, rule: str) -> Period:
        if n < 1:
            raise ValueError("A period has at least one working day.")
        counted = self._working_days_from(start if rule == CountRule.INCLUSIVE else start + DAY)
        first = last = next(counted)
        for _ in range(n - 1):
            last = next(counted)
        return Period(first, last, n, self.is_provisional(start, last))

    def add_days(self, start: date, n: int) -> Period:
        """A period of `n` natural days: the day of the event is not counted, and a last day off moves to the next working day."""
        if n < 1:
            raise ValueError("A period has at least one day.")
        first, last = start + DAY, self.next_working_day(start + n * DAY)
        return Period(first, last, self.working_days_until(last, since=start), self.is_provisional(start, last))

    def working_days_until(self, day: date, *, since: date) -> int:
        """How many working days remain after `since` up to and including `day`; 0 if it is past."""
        span = range((day - since).days)
        return sum(self.is_working_day(since + (step + 1) * DAY) for step in span)

    def notice_period(self, published_at: datetime, n: int, *, rule: str = CountRule.NEXT_DAY) -> Period:
        """The period of a notice; the first day counts only if it is a working day and the notice stood there before the office opened."""
        local = published_at.astimezone(SHANGHAI)
        whole = self.is_working_day(local.date()) and local.time() < OFFICE_OPENS
        return self.add_working_days(local.date(), n, rule=rule if whole else CountRule.NEXT_DAY)

    def _working_days_from(self, day: date) -> Iterator[date]:
        while True:
            if self.is_working_day(day):
                yield day
            day += DAY


def statutory_days(year: int) -> frozenset[date]:
    """The statutory days off of a year that are known without its arrangement."""
    days = {date(year, month, day) for month, day in FIXED_STATUTORY + ONE_DAY_FESTIVALS.get(year, ())}
    if year in SPRING_FESTIVAL:
        first = date(year, *SPRING_FESTIVAL[year])
        days |= {first + offset * DAY for offset in range(-1, 3)}
    return frozenset(days)


def deadline_instant(day: date) -> datetime:
    """24:00 of `day` in Shanghai, the end of the last day (Civil Code Art. 203)."""
    return datetime.combine(day + DAY, time(0), tzinfo=SHANGHAI)


def shanghai_day(instant: datetime) -> date:
    """The day it is in Shanghai at `instant`."""
    return instant.astimezone(SHANGHAI).date()


@lru_cache(8192)
def _counted(calendar: WorkingDays, start: date, n: int, rule: str) -> Period:
    """Counted once: the days of a list of files fall together."""
    return calendar._add_working_days(start, n, rule)
