"""The verbs of the cross-cultural assessment."""

from screening.crosscultural.actions.booking import book, extend, invite, move, offer
from screening.crosscultural.actions.booklets import open, seal
from screening.crosscultural.actions.conduct import destroy, note, register, remind
from screening.crosscultural.actions.inventory import add_result, begin, carry_out, finish, foretell, keep
from screening.crosscultural.actions.rating import lock, moderate, rate
from screening.crosscultural.actions.results import conclude, conclude_ready, miss

__all__ = [
    "add_result",
    "begin",
    "book",
    "carry_out",
    "conclude",
    "conclude_ready",
    "destroy",
    "extend",
    "finish",
    "foretell",
    "invite",
    "keep",
    "lock",
    "miss",
    "moderate",
    "move",
    "note",
    "offer",
    "open",
    "rate",
    "register",
    "remind",
    "seal",
]
