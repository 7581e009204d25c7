"""Asking the calendar: few queries, fresh answers, and the year that is due."""

from datetime import date, datetime

import pytest

from recruitment.calendar import queries
from recruitment.calendar.models import CalendarYear
from recruitment.calendar.periods import SHANGHAI
from recruitment.calendar.states import YearStatus

pytestmark = pytest.mark.django_db


def test_the_days_of_2004_to_2026_are_there_from_the_start_and_2027_is_not():
    assert set(CalendarYear.objects.values_list("year", flat=True)) == set(range(2004, 2027))
    assert queries.working_days().confirmed_years == set(range(2004, 2027))


def test_the_calendar_is_loaded_once_and_then_costs_one_query(django_assert_num_queries):
    queries.working_days()
    with django_assert_num_queries(1):
        calendar = queries.working_days()
    with django_assert_num_queries(0):
        for number in range(1, 50):
            calendar.add_working_days(date(2026, 1, 5), number)


def test_a_year_that_loses_its_confirmation_is_provisional_at_once():
    CalendarYear.objects.filter(year=2026).update(status=YearStatus.DRAFT)
    assert queries.add_working_days(date(2026, 3, 2), 1).provisional


def test_a_notice_is_counted_from_the_day_in_shanghai():
    published = datetime(2026, 11, 23, 8, 30, tzinfo=SHANGHAI)
    assert queries.notice_period(published, 5).ends_on == date(2026, 11, 30)
    assert queries.notice_period(published, 5, rule="inclusive").ends_on == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2026, 10, 31), None),
        (date(2026, 11, 1), 2027),
        (date(2026, 12, 31), 2027),
        (date(2027, 1, 1), 2027),
        (date(2025, 12, 1), None),
    ],
)
def test_from_november_the_next_year_is_due(today, year):
    assert queries.overdue_year(today) == year
