"""Whether groups pass at like rates: the ratio to the best group, Fisher's exact test, and nothing about a handful.

A monitoring aid, not a legal test: the four-fifths ratio and the exact test disagree often, so both are shown, with n.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb


@dataclass(frozen=True)
class Group:
    """How many of a group stood there, and how many passed."""

    name: str
    total: int
    passed: int


@dataclass(frozen=True)
class Rate:
    """One group beside the group with the highest rate; `ratio` and `p` are None for that group itself."""

    name: str
    total: int
    passed: int
    rate: float
    ratio: float | None
    p: float | None


def fisher(first: tuple[int, int], second: tuple[int, int]) -> float:
    """Two-sided p of a 2 × 2 table, each row (passed, not passed): all tables no likelier than this one."""
    passed, total, drawn = first[0] + second[0], sum(first) + sum(second), sum(first)
    least = max(0, drawn - (total - passed))
    ways = _ways(passed, total, drawn, least)
    own = ways[first[0] - least]
    return sum(way for way in ways if way <= own) / comb(total, drawn)


def _ways(passed: int, total: int, drawn: int, least: int) -> list[int]:
    """In how many ways so many of those drawn have passed, from the least up; each from the one before, for thousands are large numbers."""
    ways = [comb(passed, least) * comb(total - passed, drawn - least)]
    for hits in range(least, min(passed, drawn)):
        ways.append(ways[-1] * (passed - hits) * (drawn - hits) // ((hits + 1) * (total - passed - drawn + hits + 1)))
    return ways


def suppressed(groups: Sequence[Group], *, least: int) -> list[Group]:
    """Without the groups of fewer than `least`, and without one more where the one left out could be reckoned from the sum."""
    shown = [group for group in groups if group.total >= least]
    if len(groups) - len(shown) == 1 and shown:
        shown.remove(min(shown, key=lambda group: group.total))
    return shown


def compared(groups: Sequence[Group]) -> list[Rate]:
    """Each group's rate, its ratio to the highest and the exact p beside it; none for fewer than two groups."""
    standing = [group for group in groups if group.total]
    if len(standing) < 2:
        return []
    best = max(standing, key=lambda group: (group.passed / group.total, group.total))
    return [_beside(group, best) for group in standing]


def _beside(group: Group, best: Group) -> Rate:
    rate, top = group.passed / group.total, best.passed / best.total
    if group is best or top == 0:
        return Rate(group.name, group.total, group.passed, rate, None, None)
    p = fisher((group.passed, group.total - group.passed), (best.passed, best.total - best.passed))
    return Rate(group.name, group.total, group.passed, rate, rate / top, p)
