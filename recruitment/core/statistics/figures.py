"""What a statistic says: a number, between which it lies, and on how many it rests."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """An estimate with its interval (95 % unless the caller asked otherwise) and the number of units behind it."""

    value: float
    low: float
    high: float
    n: int
