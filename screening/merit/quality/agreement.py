"""How far the assessors of a stage agree: alpha always, intraclass correlation where everybody marked everything, kappa of pairs."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from itertools import combinations
from typing import Any

from recruitment.core import statistics
from screening.merit.quality.marks import Sheet, is_short

# Marks from 0 to 100 are put into steps of ten before two markers are compared by kappa.
STEP = 10
# Fewer units than these say nothing that an interval would not say better.
FEWEST = 5


def agreement(sheets: Sequence[Sheet]) -> dict[str, Any]:
    """Figures with their intervals, or None where the numbers are too small to tell; severities by number of the assessor."""
    units = [sheet.given for sheet in sheets]
    marked = [unit for unit in units if len(unit) > 1]
    assessors = sorted({assessor for unit in units for assessor in unit})
    crossed = _crossed(marked, assessors)
    return {
        "units": len(sheets),
        "assessors": len(assessors),
        "missing": sum(is_short(sheet) for sheet in sheets),
        "alpha": _told(_alpha(marked)),
        "icc_one": _told(_icc(crossed, of_mean=False)),
        "icc_mean": _told(_icc(crossed, of_mean=True)),
        "kappa": _told(_kappa(marked)),
        "severities": [
            {"assessor": row.marker, **asdict(row.distance)} for row in statistics.severities(marked, least=FEWEST)
        ],
    }  # fmt: skip


def _told(figure: statistics.Figure | None) -> dict[str, float] | None:
    return asdict(figure) if figure else None


def _alpha(marked: list[dict[str, float]]) -> statistics.Figure | None:
    if len(marked) < FEWEST:
        return None
    return statistics.krippendorff([list(unit.values()) for unit in marked], level=statistics.Level.INTERVAL)


def _crossed(marked: list[dict[str, float]], assessors: list[str]) -> list[list[float]]:
    """The table of marks where every assessor marked every unit; empty elsewhere."""
    if not marked or any(len(unit) != len(assessors) for unit in marked):
        return []
    return [[unit[assessor] for assessor in assessors] for unit in marked]


def _icc(crossed: list[list[float]], *, of_mean: bool) -> statistics.Figure | None:
    if len(crossed) < FEWEST:
        return None
    return statistics.intraclass(crossed, model=statistics.Model.RANDOM, of_mean=of_mean)


def _kappa(marked: list[dict[str, float]]) -> statistics.Figure | None:
    """Quadratic weighted kappa of the two who marked most together; None where no two did."""
    shared: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for unit in marked:
        for first, second in combinations(sorted(unit), 2):
            shared[first, second].append((unit[first], unit[second]))
    _pair, most = min(shared.items(), key=lambda row: (-len(row[1]), row[0]), default=((), []))
    if len(most) < FEWEST:
        return None
    lower, upper = ([int(mark // STEP) for mark in side] for side in zip(*most, strict=True))
    return statistics.cohen(lower, upper, weighting=statistics.Weighting.QUADRATIC)
