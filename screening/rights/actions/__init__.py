"""The verbs of one's rights."""

from screening.rights.actions.closing import close, kept_until, release_due
from screening.rights.actions.consents import carry_out, file_of, foretell, publish_again
from screening.rights.actions.requests import COPY, ask, copy, escalate, fulfil, read, refuse, take_parcel

__all__ = [
    "COPY",
    "ask",
    "carry_out",
    "close",
    "copy",
    "escalate",
    "file_of",
    "foretell",
    "fulfil",
    "kept_until",
    "publish_again",
    "read",
    "refuse",
    "release_due",
    "take_parcel",
]
