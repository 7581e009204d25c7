"""The verbs of an application."""

from screening.applications.actions.candidate import begin, decline, discard, resubmit, submit, withdraw
from screening.applications.actions.gates import record_gate, score
from screening.applications.actions.office import (
    appoint,
    assess,
    assign,
    examine,
    lapse,
    nominate,
    offer,
    propose_rejection,
    qualify,
    reject,
    reserve,
    send_back,
)
from screening.applications.actions.publicity import announce, clear, confirm, defer, revoke

__all__ = [
    "announce",
    "appoint",
    "assess",
    "assign",
    "begin",
    "clear",
    "confirm",
    "decline",
    "defer",
    "discard",
    "examine",
    "lapse",
    "nominate",
    "offer",
    "propose_rejection",
    "qualify",
    "record_gate",
    "reject",
    "reserve",
    "resubmit",
    "revoke",
    "score",
    "send_back",
    "submit",
    "withdraw",
]
