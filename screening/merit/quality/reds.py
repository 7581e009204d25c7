"""What of a quality report is red: it needs a reason before the stage can close, and the oversight body reads it."""

from dataclasses import dataclass
from typing import Any

# The exact test's customary limit; the ratio alone is no evidence where groups are small.
P_LIMIT = 0.05


@dataclass(frozen=True)
class Limits:
    """The policy's limits: alpha from 0 to 1, ratio from 0 to 1, and points from 0 to 100 by which one assessor may lie apart."""

    alpha: float
    ratio: float
    gap: float


def reds_of(agreement: dict[str, Any], fairness: dict[str, Any], limits: Limits) -> list[str]:
    """Keys of what is red, in one order: `missing`, `alpha`, `severity:<assessor>`, `rate:<grouping>:<group>`."""
    found = ["missing"] if agreement["missing"] else []
    if agreement["alpha"] and agreement["alpha"]["value"] < limits.alpha:
        found.append("alpha")
    found += [f"severity:{row['assessor']}" for row in agreement["severities"] if _is_apart(row, limits.gap)]
    for name, told in fairness["rates"].items():
        found += [f"rate:{name}:{row['name']}" for row in told["rows"] if _is_unlike(row, limits.ratio)]
    return found


def _is_apart(row: dict[str, Any], gap: float) -> bool:
    """Far from the others, and not by chance."""
    return abs(row["value"]) >= gap and (row["low"] > 0 or row["high"] < 0)


def _is_unlike(row: dict[str, Any], limit: float) -> bool:
    return row["ratio"] is not None and row["ratio"] < limit and row["p"] < P_LIMIT
