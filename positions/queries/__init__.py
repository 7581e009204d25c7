"""How the office speaks of rounds, positions, their corrections, alerts and saved posts."""

from positions.queries.alerts import AlertQuerySet, AskedManager, SavedPositionQuerySet
from positions.queries.posts import (
    CLOSING_SOON,
    DEPARTMENT_HEAVY,
    HEAVY,
    HEAVY_PLAIN,
    CorrectionQuerySet,
    PositionQuerySet,
    RoundQuerySet,
    facts_of,
    moments,
)

__all__ = [
    "CLOSING_SOON",
    "DEPARTMENT_HEAVY",
    "HEAVY",
    "HEAVY_PLAIN",
    "AlertQuerySet",
    "AskedManager",
    "CorrectionQuerySet",
    "PositionQuerySet",
    "RoundQuerySet",
    "SavedPositionQuerySet",
    "facts_of",
    "moments",
]
