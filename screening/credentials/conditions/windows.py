"""How long a paper counts, and when to ask for it so that it counts on the day on which it is filed."""

from dataclasses import dataclass
from datetime import date, timedelta

from positions.conditions.spans import add_months

WEEK = timedelta(weeks=1)


def counts_until(issued_on: date | None, expires_on: date | None, months: int | None) -> date | None:
    """The last day on which a paper counts: its own end, or so many months after its issue, whichever comes first; None if unknown."""
    ends = [expires_on] if expires_on else []
    if issued_on and months:
        ends.append(add_months(issued_on, months))
    return min(ends, default=None)


@dataclass(frozen=True)
class Window:
    """When to ask for a paper: from which day it will not be too old, and by which day it will not be too late."""

    filing_on: date
    opens_on: date | None
    closes_on: date
    is_late: bool


def window_of(filing_on: date, *, weeks: int, months: int | None, today: date) -> Window:
    """Counted back from the planned filing: typical weeks for the last day, months of validity for the first."""
    opens = add_months(filing_on, -months) if months else None
    closes = filing_on - weeks * WEEK
    # What takes longer than it counts can only be asked for at once when its time begins.
    closes = max(closes, opens) if opens else closes
    return Window(filing_on, opens, closes, closes < today)
