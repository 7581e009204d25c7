"""The verbs of an application."""

from screening.applications.actions.candidate import begin, decline, discard, resubmit, submit, withdraw
from screening.applications.actions.expiry import warn_of_expiry
from screening.applications.actions.filling import (
    Overtaken,
    add_entry,
    change_entry,
    mark,
    remove_entry,
    save_declarations,
    save_identity,
)
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
from screening.applications.actions.papers import attach, describe, detach, replace
from screening.applications.actions.publicity import announce, clear, confirm, defer, revoke

__all__ = [
    "Overtaken",
    "add_entry",
    "announce",
    "appoint",
    "assess",
    "assign",
    "attach",
    "begin",
    "change_entry",
    "clear",
    "confirm",
    "decline",
    "defer",
    "describe",
    "detach",
    "discard",
    "examine",
    "lapse",
    "mark",
    "nominate",
    "offer",
    "propose_rejection",
    "qualify",
    "record_gate",
    "reject",
    "remove_entry",
    "replace",
    "reserve",
    "resubmit",
    "revoke",
    "save_declarations",
    "save_identity",
    "score",
    "send_back",
    "submit",
    "warn_of_expiry",
    "withdraw",
]
