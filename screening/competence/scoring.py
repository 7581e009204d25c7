"""How marks become one score: pure arithmetic, the same for whoever repeats it.

A marking's total is the sum of its points over the sum of the possible points, from 0 to 100 with two decimals. Two totals
that lie no further apart than the parameter `marking.max_gap` (15 per cent of the range, domain 3.3.6) give their mean.
Otherwise a third assessor marks, and the two totals that lie closest to each other give their mean; where the third stands
exactly in the middle, all three do. No mark is ever changed.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from screening.competence.states import MARKERS

HUNDREDTH = Decimal("0.01")
HUNDRED = Decimal(100)


def rounded(value: Decimal) -> Decimal:
    """Two decimals, halves up."""
    return value.quantize(HUNDREDTH, rounding=ROUND_HALF_UP)


def total(points: Sequence[int], possible: int) -> Decimal:
    """What one marker gave, from 0 to 100."""
    return rounded(HUNDRED * sum(points) / possible)


def markers_needed(totals: Sequence[Decimal], max_gap: Decimal) -> int:
    """Two, or three once the first two have locked marks that lie too far apart."""
    if len(totals) == MARKERS and max(totals) - min(totals) > max_gap:
        return MARKERS + 1
    return max(MARKERS, len(totals))


def settled(totals: Sequence[Decimal], max_gap: Decimal) -> Decimal | None:
    """The score of a script, or None while a marker is missing."""
    if len(totals) < markers_needed(totals, max_gap):
        return None
    return rounded(mean(closest(totals)))


def closest(totals: Sequence[Decimal]) -> list[Decimal]:
    """The totals that stand nearest to each other; all that are equally near."""
    ordered = sorted(totals)
    gaps = [high - low for low, high in pairwise(ordered)]
    near = {index for index, gap in enumerate(gaps) if gap == min(gaps)}
    return [value for index, value in enumerate(ordered) if index in near or index - 1 in near]


def mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)
