"""The verbs of an application."""

from screening.applications.actions.candidate import begin, decline, discard, resubmit, submit, withdraw
from screening.applications.actions.changing import renew, reopen, restore
from screening.applications.actions.consents import ANSWERS, hold, print_answers, unhold
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
from screening.applications.actions.late import approve_late, ask_late, refuse_late
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
from screening.applications.actions.papers import attach, detach, replace
from screening.applications.actions.promises import escalate, miss_promise
from screening.applications.actions.publicity import announce, clear, confirm, defer, revoke
from screening.applications.actions.purging import purge, warn_purge

__all__ = [
    "ANSWERS",
    "Overtaken",
    "add_entry",
    "announce",
    "appoint",
    "approve_late",
    "ask_late",
    "assess",
    "assign",
    "attach",
    "begin",
    "change_entry",
    "clear",
    "confirm",
    "decline",
    "defer",
    "detach",
    "discard",
    "escalate",
    "examine",
    "hold",
    "lapse",
    "mark",
    "miss_promise",
    "nominate",
    "offer",
    "print_answers",
    "propose_rejection",
    "purge",
    "qualify",
    "record_gate",
    "refuse_late",
    "reject",
    "remove_entry",
    "renew",
    "reopen",
    "replace",
    "reserve",
    "restore",
    "resubmit",
    "revoke",
    "save_declarations",
    "save_identity",
    "score",
    "send_back",
    "submit",
    "unhold",
    "warn_purge",
    "withdraw",
]
