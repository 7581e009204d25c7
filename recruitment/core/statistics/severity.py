"""Who marks hard and who marks mildly: how far a marker lies from the others on what they marked together."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

from recruitment.core.statistics.figures import Figure


@dataclass(frozen=True)
class Severity:
    """One marker's mean distance from the mean of the others, in points; below zero is hard."""

    marker: str
    distance: Figure


def severities(units: Sequence[Mapping[str, float]], *, least: int = 5, share: float = 0.95) -> list[Severity]:
    """One for each marker who shared at least `least` units with others; each unit maps markers to their marks."""
    apart: dict[str, list[float]] = defaultdict(list)
    for unit in units:
        if len(unit) < 2:
            continue
        total = sum(unit.values())
        for marker, mark in unit.items():
            apart[marker].append(mark - (total - mark) / (len(unit) - 1))
    return [Severity(marker, _figure(seen, share)) for marker, seen in sorted(apart.items()) if len(seen) >= max(2, least)]


def _figure(distances: list[float], share: float) -> Figure:
    n, mean = len(distances), float(np.mean(distances))
    reach = float(stdtrit(n - 1, (1 + share) / 2) * np.std(distances, ddof=1) / np.sqrt(n))
    return Figure(mean, mean - reach, mean + reach, n)
