"""Krippendorff's alpha: agreement of any number of raters, with missing ratings.

Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability; the interval by drawing units anew, with a fixed seed, so
that whoever repeats it finds the same.
"""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np

from recruitment.core.statistics.figures import Figure

SEED = 1867
DRAWS = 1000
AT_ONCE = 100


class Level(StrEnum):
    """What the distance of two ratings means."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"


def krippendorff(units: Sequence[Sequence[float | None]], *, level: Level, share: float = 0.95) -> Figure | None:
    """Alpha over units × raters, None for a missing rating.

    None where fewer than two units have two ratings, or where all ratings are the same: then nothing could have differed.
    """
    rated = [[value for value in unit if value is not None] for unit in units]
    pairable = [unit for unit in rated if len(unit) > 1]
    values = np.unique(np.array([value for unit in pairable for value in unit], dtype=float))
    if len(pairable) < 2 or len(values) < 2:
        return None
    sums = _moments(pairable) if level == Level.INTERVAL else _coincidences(pairable, values)
    alpha_of = _interval if level == Level.INTERVAL else _RANKED[level]
    observed = alpha_of(sums.sum(axis=0, keepdims=True))
    drawn = np.concatenate([alpha_of(weights @ sums) for weights in _draws(len(pairable))])
    drawn = drawn[np.isfinite(drawn)]
    low, high = np.quantile(drawn, [(1 - share) / 2, (1 + share) / 2])
    return Figure(float(observed[0]), float(low), float(high), len(pairable))


def _draws(number: int):
    """How often each unit stands in a sample of as many units, drawn with putting back; some samples at once."""
    random = np.random.default_rng(SEED)
    for _start in range(0, DRAWS, AT_ONCE):
        picked = random.integers(number, size=(AT_ONCE, number))
        yield np.stack([np.bincount(row, minlength=number) for row in picked]).astype(float)


def _moments(units: list[list[float]]) -> np.ndarray:
    """Of each unit: its ratings, their disagreement, their sum and their sum of squares."""
    return np.array(
        [(len(unit), 2 * len(unit) * np.var(unit) * len(unit) / (len(unit) - 1), sum(unit), np.dot(unit, unit)) for unit in units]
    )


def _interval(sums: np.ndarray) -> np.ndarray:
    number, disagreement, total, squares = sums.T
    expected = 2 * (number * squares - total**2) / (number - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return 1 - np.where(expected > 0, disagreement / expected, np.nan)


def _coincidences(units: list[list[float]], values: np.ndarray) -> np.ndarray:
    """Of each unit: how often each pair of values met in it, as one long row."""
    rows = np.zeros((len(units), len(values), len(values)))
    for place, unit in enumerate(units):
        counts = np.bincount(np.searchsorted(values, unit), minlength=len(values)).astype(float)
        rows[place] = (np.outer(counts, counts) - np.diag(counts)) / (len(unit) - 1)
    return rows.reshape(len(units), -1)


def _nominal(sums: np.ndarray) -> np.ndarray:
    size = int(np.sqrt(sums.shape[1]))
    return _alpha(sums, np.broadcast_to(1 - np.eye(size), (len(sums), size, size)))


def _ordinal(sums: np.ndarray) -> np.ndarray:
    """The distance of two ranks is what lies between them: half of each end and all in the middle, squared."""
    size = int(np.sqrt(sums.shape[1]))
    totals = sums.reshape(len(sums), size, size).sum(axis=2)
    middle = np.cumsum(totals, axis=1) - totals / 2
    return _alpha(sums, (middle[:, :, None] - middle[:, None, :]) ** 2)


_RANKED = {Level.NOMINAL: _nominal, Level.ORDINAL: _ordinal}


def _alpha(sums: np.ndarray, distances: np.ndarray) -> np.ndarray:
    size = distances.shape[1]
    met = sums.reshape(len(sums), size, size)
    totals = met.sum(axis=2)
    expected = (totals[:, :, None] * totals[:, None, :] * distances).sum(axis=(1, 2)) / (totals.sum(axis=1) - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return 1 - np.where(expected > 0, (met * distances).sum(axis=(1, 2)) / expected, np.nan)
