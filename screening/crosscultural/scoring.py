"""How a panel's ratings become one score: pure arithmetic, the same for whoever repeats it.

Each member's average is the mean of their points over the dimensions, by the weights of the booklet. The averages are
combined as the round fixed it: their mean, their median, or the mean without the highest and the lowest one, which needs
five members; with fewer it is the mean (domain 3.2.4). The scale is linear, 1 to 5 points are 20 to 100, so that 3 points,
the middle anchor, are the usual pass mark of 60.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from positions.states import Aggregation
from screening.crosscultural.states import HIGHEST, LOW_BAND, LOWEST, MOST_OPTION, ItemKind

HUNDREDTH = Decimal("0.01")
SCALE = 20
TRIMMED_FROM = 5


def average(weighted: Sequence[tuple[int, int]]) -> Decimal:
    """One member's mean over the dimensions, out of (points, weight), from 1 to 5; not rounded."""
    return Decimal(sum(points * weight for points, weight in weighted)) / sum(weight for _points, weight in weighted)


def combined(averages: Sequence[Decimal], aggregation: str) -> Decimal:
    """The panel's mean, median, or mean without the extremes, from 1 to 5."""
    if aggregation == Aggregation.MEDIAN:
        return median(averages)
    if aggregation == Aggregation.TRIMMED_MEAN and len(averages) >= TRIMMED_FROM:
        return mean(sorted(averages)[1:-1])
    return mean(averages)


def score(averages: Sequence[Decimal], aggregation: str) -> Decimal:
    """The panel's result from 20 to 100, two decimals, halves up."""
    return (combined(averages, aggregation) * SCALE).quantize(HUNDREDTH, rounding=ROUND_HALF_UP)


def scales(items: Sequence, answers: Mapping[str, int]) -> dict[str, str]:
    """The inventory's scales, each from 1 to 5 with two decimals, out of answers by the item's key; nothing reads them as a score."""
    values: dict[str, list[Decimal]] = defaultdict(list)
    for item in items:
        values[item.scale].append(worth(item, answers[item.key]))
    return {scale: str(mean(found).quantize(HUNDREDTH, rounding=ROUND_HALF_UP)) for scale, found in sorted(values.items())}


def worth(item, answer: int) -> Decimal:
    """One answer on the scale from 1 to 5: as given, turned round, or what the chosen behaviour is worth."""
    if item.kind == ItemKind.SITUATION:
        points = next(option.points for option in item.options.all() if option.order == answer)
        return LOWEST + Decimal((HIGHEST - LOWEST) * points) / MOST_OPTION
    return Decimal(LOWEST + HIGHEST - answer if item.is_reversed else answer)


def to_talk_about(scales: Mapping[str, str]) -> list[str]:
    """The scales that are worth a question in the talk: the low ones; which, and not how low."""
    return [scale for scale, value in scales.items() if Decimal(value) <= LOW_BAND]


def mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)
