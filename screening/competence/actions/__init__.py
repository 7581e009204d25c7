"""The verbs of the competence test."""

from screening.competence.actions.markings import assign, lock, mark
from screening.competence.actions.papers import close, invite, open, seal
from screening.competence.actions.results import conclude, conclude_ready
from screening.competence.actions.sittings import TooLate, expire, extend, hand_in, miss, save, start

__all__ = [
    "TooLate",
    "assign",
    "close",
    "conclude",
    "conclude_ready",
    "expire",
    "extend",
    "hand_in",
    "invite",
    "lock",
    "mark",
    "miss",
    "open",
    "save",
    "seal",
    "start",
]
