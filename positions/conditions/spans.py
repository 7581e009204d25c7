"""Ages, months and years between days."""

import calendar
from datetime import date, timedelta


def add_months(day: date, months: int) -> date:
    """The same day so many months later; where the month is too short, its last day (Civil Code Art. 202)."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def age_on(birth_date: date, day: date) -> int:
    """Completed years; who was born on 29 February completes a year on the 28th where there is no 29th."""
    years = day.year - birth_date.year
    return years if add_months(birth_date, 12 * years) <= day else years - 1


def months_worked(spans: list[tuple[date, date]]) -> int:
    """Whole months in spans of days, both ends counted; overlapping spans count once, left-over days add up by thirty."""
    months = days = 0
    for began, ended in merged(spans):
        after = ended + timedelta(days=1)
        whole = (after.year - began.year) * 12 + after.month - began.month
        while whole and add_months(began, whole) > after:
            whole -= 1
        months += whole
        days += (after - add_months(began, whole)).days
    return months + days // 30


def merged(spans: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """Spans in order, joined where they overlap or touch; a span that ends before it begins is left out."""
    joined: list[tuple[date, date]] = []
    for began, ended in sorted(span for span in spans if span[0] <= span[1]):
        if joined and began <= joined[-1][1] + timedelta(days=1):
            joined[-1] = (joined[-1][0], max(joined[-1][1], ended))
        else:
            joined.append((began, ended))
    return joined
