"""What follows from the days, names and places of foreign papers. Pure: nothing here asks the database, and nothing decides."""

from screening.credentials.conditions.facts import Facts, Limits, Paper, Person
from screening.credentials.conditions.flight import Remark, check
from screening.credentials.conditions.names import Likeness, likeness, nearest
from screening.credentials.conditions.routes import Route, route_of, shorter
from screening.credentials.conditions.stays import Gap, Spell, gaps, lived_in
from screening.credentials.conditions.windows import Window, counts_until, window_of

__all__ = [
    "Facts",
    "Gap",
    "Likeness",
    "Limits",
    "Paper",
    "Person",
    "Remark",
    "Route",
    "Spell",
    "Window",
    "check",
    "counts_until",
    "gaps",
    "likeness",
    "lived_in",
    "nearest",
    "route_of",
    "shorter",
    "window_of",
]
