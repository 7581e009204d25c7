"""Cohen's kappa of two markers, with weights for how far they lie apart.

Cohen, J. (1968); the error of the estimate by Fleiss, Cohen and Everitt (1969).
"""

from collections.abc import Sequence
from enum import StrEnum
from statistics import NormalDist

import numpy as np

from recruitment.core.statistics.figures import Figure


class Weighting(StrEnum):
    """What a disagreement by two steps counts beside one by one step."""

    NONE = "none"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


def cohen(first: Sequence[int], second: Sequence[int], *, weighting: Weighting, share: float = 0.95) -> Figure | None:
    """Kappa of two lists of whole numbers, unit by unit; None for fewer than two units or where everything is the same.

    Steps are those of the scale between the lowest and the highest number seen. Raises ValueError for unequal lengths.
    """
    if len(first) != len(second):
        raise ValueError("Two markers, one mark each for every unit.")
    low, high = min([*first, *second], default=0), max([*first, *second], default=0)
    if len(first) < 2 or low == high:
        return None
    size = high - low + 1
    table = np.zeros((size, size))
    np.add.at(table, (np.array(first) - low, np.array(second) - low), 1)
    return _of_table(table / len(first), _agreement(size, weighting), len(first), NormalDist().inv_cdf(1 - (1 - share) / 2))


def _agreement(size: int, weighting: Weighting) -> np.ndarray:
    """1 where both say the same, less the farther apart they are."""
    apart = np.abs(np.subtract.outer(np.arange(size), np.arange(size))) / (size - 1)
    return {Weighting.NONE: (apart == 0) * 1.0, Weighting.LINEAR: 1 - apart, Weighting.QUADRATIC: 1 - apart**2}[weighting]


def _of_table(shares: np.ndarray, agreement: np.ndarray, n: int, deviations: float) -> Figure | None:
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    expected = float(rows @ agreement @ columns)
    if expected == 1:
        return None
    value = (float((shares * agreement).sum()) - expected) / (1 - expected)
    of_pairs = (agreement @ columns)[:, None] + (rows @ agreement)[None, :]
    spread = float((shares * (agreement - of_pairs * (1 - value)) ** 2).sum()) - (value - expected * (1 - value)) ** 2
    error = np.sqrt(max(spread, 0) / n) / (1 - expected)
    return Figure(value, max(-1.0, value - deviations * error), min(1.0, value + deviations * error), n)
