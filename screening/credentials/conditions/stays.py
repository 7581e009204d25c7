"""Where somebody was and when: countries lived in for long, and days of which nothing is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from positions.conditions.spans import add_months, merged, months_worked

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Spell:
    """A time in one country; without an end it lasts."""

    country: str
    began_on: date
    ended_on: date | None = None

    def within(self, since: date, until: date) -> tuple[date, date]:
        """The part of it that lies between two days; turned round if there is none."""
        return max(self.began_on, since), min(self.ended_on or until, until)


@dataclass(frozen=True)
class Gap:
    """Days between two times of work or study, the first and the last of them."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def lived_in(spells: Iterable[Spell], *, years: int, months: int, today: date) -> list[str]:
    """Countries in which at least so many months of the last years were spent, the longest stay first."""
    since = add_months(today, -12 * years)
    spans: dict[str, list[tuple[date, date]]] = {}
    for spell in spells:
        spans.setdefault(spell.country, []).append(spell.within(since, today))
    stayed = {country: months_worked(parts) for country, parts in spans.items() if country}
    return sorted((country for country, length in stayed.items() if length >= months), key=lambda country: (-stayed[country], country))


def gaps(spells: Iterable[Spell], *, years: int, longer_than: int, today: date) -> list[Gap]:
    """Times of more than so many days in the last years between two spells; nothing is said of the time before the first one."""
    since = add_months(today, -12 * years)
    known = merged([(spell.began_on, spell.ended_on or today) for spell in spells if spell.began_on <= today])
    between = [Gap(ended + DAY, began - DAY) for (_b, ended), (began, _e) in pairwise(known)]
    if known and known[-1][1] < today:
        between.append(Gap(known[-1][1] + DAY, today))
    return [gap for gap in between if gap.days > longer_than and gap.last >= since]
