"""The verbs of the cross-cultural assessment."""

from screening.crosscultural.actions.booking import book, invite, move, offer
from screening.crosscultural.actions.booklets import seal
from screening.crosscultural.actions.rating import lock, rate
from screening.crosscultural.actions.results import conclude, conclude_ready, miss

__all__ = ["book", "conclude", "conclude_ready", "invite", "lock", "miss", "move", "offer", "rate", "seal"]
