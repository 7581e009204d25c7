"""How a parameter is entered in the register: with its default, limits and source.

A source is verified when its text was read; what is customary or proposed is unverified until an administrator has checked it.
"""

from recruitment.policy.entries import Entry
from recruitment.policy.states import SourceStatus, Unit

PROPOSED = "建议值，无规定依据"
CUSTOM = "惯例，条文未核对"
WD, DAYS, HOURS, MONTHS, YEARS = Unit.WORKING_DAYS, Unit.DAYS, Unit.HOURS, Unit.MONTHS, Unit.YEARS
POINTS, PERSONS, RATIO = Unit.POINTS, Unit.PERSONS, Unit.RATIO

REGISTER: dict[str, Entry] = {}


def read(key: str, default, unit: Unit, description, source: str, **limits) -> None:
    """Enter a parameter whose source was read."""
    REGISTER[key] = Entry(key, default, unit, description, source, SourceStatus.VERIFIED, **limits)


def unread(key: str, default, unit: Unit, description, source: str = PROPOSED, **limits) -> None:
    """Enter a parameter that is proposed or customary."""
    REGISTER[key] = Entry(key, default, unit, description, source, SourceStatus.UNVERIFIED, **limits)


def fixed(key: str, value: int, unit: Unit, description, source: str) -> None:
    """Enter a number that the law fixes; only another law changes it."""
    read(key, value, unit, description, source, floor=value, ceiling=value)
