"""Counting working days: the table of the rules, the unknown years, and what must hold for every day and number."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruitment.calendar import periods
from recruitment.calendar.periods import SHANGHAI, WorkingDays, deadline_instant, shanghai_day, statutory_days
from recruitment.calendar.states import CountRule, DayKind


def seeded() -> WorkingDays:
    text = Path(periods.__file__).parent.joinpath("migrations/arrangements_2004_2026.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    days = {kind: frozenset(date.fromisoformat(row["date"]) for row in rows if row["kind"] == kind) for kind in DayKind.values}
    return WorkingDays(days[DayKind.HOLIDAY], days[DayKind.MAKEUP_WORKDAY], frozenset(range(2004, 2027)))


CALENDAR = seeded()
KNOWN_DAYS = st.dates(date(2004, 1, 1), date(2026, 11, 1))
ANY_DAYS = st.dates(date(1990, 1, 1), date(2060, 1, 1))
COUNTS = st.integers(1, 30)
RULES = st.sampled_from(CountRule.values)

# published on, ends by next_day, ends by inclusive: five working days
VECTORS = [
    ("2026-01-02", "2026-01-08", "2026-01-08"),
    ("2026-02-13", "2026-02-27", "2026-02-26"),
    ("2026-02-24", "2026-03-02", "2026-02-28"),
    ("2026-04-03", "2026-04-13", "2026-04-10"),
    ("2026-04-30", "2026-05-11", "2026-05-09"),
    ("2026-05-08", "2026-05-14", "2026-05-13"),
    ("2026-09-18", "2026-09-24", "2026-09-23"),
    ("2026-09-24", "2026-10-09", "2026-10-08"),
    ("2026-09-30", "2026-10-13", "2026-10-12"),
    ("2026-11-23", "2026-11-30", "2026-11-27"),
]


@pytest.mark.parametrize("published, next_day, inclusive", VECTORS)
def test_five_working_days_end_as_the_table_says(published, next_day, inclusive):
    start = date.fromisoformat(published)
    for rule, ends in ((CountRule.NEXT_DAY, next_day), (CountRule.INCLUSIVE, inclusive)):
        period = CALENDAR.add_working_days(start, 5, rule=rule)
        assert (period.ends_on.isoformat(), period.working_days, period.provisional) == (ends, 5, False)


@pytest.mark.parametrize("rule", CountRule.values)
def test_a_period_that_crosses_into_an_unconfirmed_year_is_provisional(rule):
    assert CALENDAR.add_working_days(date(2026, 12, 28), 5, rule=rule).provisional


def test_a_period_that_ends_on_the_last_known_day_is_certain():
    assert not CALENDAR.add_working_days(date(2026, 12, 28), 3).provisional


@pytest.mark.parametrize("day", ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"])
def test_the_adjusted_working_days_of_2026_count(day):
    assert CALENDAR.is_working_day(date.fromisoformat(day))


def test_the_committed_days_agree_with_the_package_they_came_from():
    day, end = date(2004, 1, 1), date(2026, 12, 31)
    while day <= end:
        assert CALENDAR.is_working_day(day) == chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


@pytest.mark.parametrize("day", ["2027-01-01", "2027-02-05", "2027-02-08", "2027-04-05", "2027-06-09", "2027-09-15", "2027-10-01"])
def test_statutory_days_of_an_unknown_year_are_known_to_be_off(day):
    assert not CALENDAR.is_working_day(date.fromisoformat(day))


def test_an_unknown_year_is_otherwise_guessed_by_its_weekends():
    assert CALENDAR.is_working_day(date(2027, 2, 9))
    assert not CALENDAR.is_working_day(date(2027, 2, 14))
    assert statutory_days(2050) == {date(2050, *day) for day in ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))}


@given(KNOWN_DAYS, COUNTS, RULES)
def test_a_period_holds_exactly_its_working_days_and_ends_on_one(start, n, rule):
    period = CALENDAR.add_working_days(start, n, rule=rule)
    before = period.starts_on - timedelta(days=1)
    assert CALENDAR.working_days_until(period.ends_on, since=before) == n
    assert CALENDAR.is_working_day(period.starts_on)
    assert CALENDAR.is_working_day(period.ends_on)


@given(ANY_DAYS, COUNTS)
def test_counting_the_first_day_never_ends_later_and_the_next_day_is_never_counted_twice(start, n):
    inclusive = CALENDAR.add_working_days(start, n, rule=CountRule.INCLUSIVE)
    exclusive = CALENDAR.add_working_days(start, n, rule=CountRule.NEXT_DAY)
    assert inclusive.ends_on <= exclusive.ends_on
    assert exclusive.starts_on > start
    assert (inclusive == exclusive) or CALENDAR.is_working_day(start)


@given(ANY_DAYS, COUNTS, RULES)
def test_a_longer_period_ends_later_and_a_later_start_never_ends_earlier(start, n, rule):
    ends = CALENDAR.add_working_days(start, n, rule=rule).ends_on
    assert CALENDAR.add_working_days(start, n + 1, rule=rule).ends_on > ends
    assert CALENDAR.add_working_days(start + timedelta(days=1), n, rule=rule).ends_on >= ends


@given(ANY_DAYS, COUNTS, RULES)
def test_provisional_is_exactly_what_touches_an_unconfirmed_year(start, n, rule):
    period = CALENDAR.add_working_days(start, n, rule=rule)
    assert period.provisional == any(year not in CALENDAR.confirmed_years for year in {start.year, period.ends_on.year})


@given(ANY_DAYS, st.integers(1, 400))
def test_natural_days_end_on_a_working_day_not_before_their_number(start, n):
    period = CALENDAR.add_days(start, n)
    assert period.ends_on >= start + timedelta(days=n)
    assert CALENDAR.is_working_day(period.ends_on)
    assert period.starts_on == start + timedelta(days=1)


def test_natural_days_that_end_in_a_holiday_move_behind_it():
    assert CALENDAR.add_days(date(2026, 9, 3), 30).ends_on == date(2026, 10, 8)


@pytest.mark.parametrize("n", [0, -1])
def test_a_period_of_no_days_is_refused(n):
    with pytest.raises(ValueError, match="at least one"):
        CALENDAR.add_working_days(date(2026, 1, 1), n)
    with pytest.raises(ValueError, match="at least one"):
        CALENDAR.add_days(date(2026, 1, 1), n)


@pytest.mark.parametrize(
    "published, ends",
    [
        ("2026-11-23T08:59:59", "2026-11-27"),
        ("2026-11-23T09:00:00", "2026-11-30"),
        ("2026-11-22T08:00:00", "2026-11-27"),  # a Sunday: its first day is the Monday, whatever the rule
        ("2026-02-14T08:59:00", "2026-02-27"),  # a Saturday that works
    ],
)
def test_the_first_day_counts_only_before_nine_on_a_working_day(published, ends):
    instant = datetime.fromisoformat(published).replace(tzinfo=SHANGHAI)
    assert CALENDAR.notice_period(instant, 5, rule=CountRule.INCLUSIVE).ends_on.isoformat() == ends


def test_the_day_of_publication_is_the_day_in_shanghai():
    berlin = datetime(2026, 11, 22, 23, 30, tzinfo=ZoneInfo("Europe/Berlin"))  # 06:30 on Monday in Shanghai
    assert CALENDAR.notice_period(berlin, 5, rule=CountRule.INCLUSIVE).starts_on == date(2026, 11, 23)
    assert CALENDAR.notice_period(berlin, 5).starts_on == date(2026, 11, 24)


def test_the_last_day_ends_at_midnight_in_shanghai():
    period = CALENDAR.add_working_days(date(2026, 11, 23), 5)
    assert period.closes_at == deadline_instant(date(2026, 11, 30)) == datetime(2026, 12, 1, tzinfo=SHANGHAI)
    assert shanghai_day(period.closes_at - timedelta(seconds=1)) == date(2026, 11, 30)


def test_nothing_remains_of_a_day_that_is_past():
    assert CALENDAR.working_days_until(date(2026, 11, 20), since=date(2026, 11, 23)) == 0
    assert CALENDAR.working_days_until(date(2026, 11, 30), since=date(2026, 11, 23)) == 5
