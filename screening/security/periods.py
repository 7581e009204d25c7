"""Times without a gap: where somebody lived and what they did (domain 4.3)."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from positions.conditions.spans import merged

DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Gap:
    """Days of which nothing was said, the first and the last of them."""

    first: datetime.date
    last: datetime.date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def spans(entries: Iterable[dict], today: datetime.date) -> list[tuple[datetime.date, datetime.date]]:
    """First and last day of each entry; one without an end lasts until today."""
    day = datetime.date.fromisoformat
    return [(day(row["began_on"]), day(row["ended_on"]) if row.get("ended_on") else today) for row in entries if row.get("began_on")]


def gaps(told: list[tuple[datetime.date, datetime.date]], *, since: datetime.date, today: datetime.date, at_least: int) -> list[Gap]:
    """Every run of at least so many days between two days that no span covers, the edges included."""
    found, expected = [], since
    for began, ended in [*merged(told), (today + DAY, today + DAY)]:
        if began > expected:
            found.append(Gap(expected, min(began, today + DAY) - DAY))
        expected = max(expected, ended + DAY)
    return [gap for gap in found if gap.days >= at_least]
