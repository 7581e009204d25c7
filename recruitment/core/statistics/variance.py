"""Intraclass correlations where every rater rated every target.

Shrout, P. E. and Fleiss, J. L. (1979); the names of the models are theirs: (1), (2) and (3), of one rater or of the mean of k.
"""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
from scipy.special import fdtri

from recruitment.core.statistics.figures import Figure


class Model(StrEnum):
    """Who rated: others for each target, a sample of raters, or just these raters."""

    ONE_WAY = "1"
    RANDOM = "2"
    FIXED = "3"


def intraclass(targets: Sequence[Sequence[float]], *, model: Model, of_mean: bool, share: float = 0.95) -> Figure | None:
    """The correlation for targets × raters without gaps; None for fewer than two of either, or where nothing varies.

    Raises ValueError for rows of unequal length.
    """
    table = np.array(targets, dtype=float)
    if table.ndim != 2:
        raise ValueError("Every target needs a rating of every rater.")
    n, k = table.shape
    if n < 2 or k < 2 or np.ptp(table) == 0:
        return None
    value, low, high = _single(table, model, 1 - (1 - share) / 2)
    spread = [_stepped_up(one, k) for one in (value, low, high)] if of_mean else [value, low, high]
    return Figure(*(float(one) for one in spread), n)


def _stepped_up(single: float, k: int) -> float:
    """Spearman and Brown: from one rater to the mean of k."""
    return k * single / (1 + (k - 1) * single)


def _single(table: np.ndarray, model: Model, quantile: float) -> tuple[float, float, float]:
    n, k = table.shape
    rows, columns, mean = table.mean(axis=1), table.mean(axis=0), table.mean()
    between = k * ((rows - mean) ** 2).sum() / (n - 1)
    raters = n * ((columns - mean) ** 2).sum() / (k - 1)
    within = ((table - rows[:, None]) ** 2).sum() / (n * (k - 1))
    error = ((table - rows[:, None] - columns[None, :] + mean) ** 2).sum() / ((n - 1) * (k - 1))
    if model == Model.RANDOM:
        return _random(n, k, (between, raters, error), quantile)
    noise, freedom = (within, n * (k - 1)) if model == Model.ONE_WAY else (error, (n - 1) * (k - 1))
    if noise == 0:
        return 1.0, 1.0, 1.0
    ratio = between / noise
    low, high = ratio / fdtri(n - 1, freedom, quantile), ratio * fdtri(freedom, n - 1, quantile)
    return tuple((one - 1) / (one + k - 1) for one in (ratio, low, high))


def _random(n: int, k: int, squares: tuple[float, float, float], quantile: float) -> tuple[float, float, float]:
    """Shrout and Fleiss's formula for raters that stand for others; its degrees of freedom are Satterthwaite's."""
    between, raters, error = squares
    value = (between - error) / (between + (k - 1) * error + k * (raters - error) / n)
    if error == 0 and raters == 0:
        return 1.0, 1.0, 1.0
    ratio = raters / max(error, np.finfo(float).tiny)
    inner = n * (1 + (k - 1) * value) - k * value
    freedom = (k - 1) * (n - 1) * (k * value * ratio + inner) ** 2 / ((n - 1) * (k * value * ratio) ** 2 + inner**2)
    upper, lower = fdtri(n - 1, freedom, quantile), fdtri(freedom, n - 1, quantile)
    rest = k * raters + (k * n - k - n) * error
    return value, n * (between - upper * error) / (upper * rest + n * between), n * (lower * between - error) / (rest + n * lower * between)
