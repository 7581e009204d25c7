"""The verbs of an application."""

from screening.applications.actions.adjustments import arrange, forget_adjustments, read_adjustments, save_adjustments
from screening.applications.actions.candidate import begin, decline, discard, resubmit, submit, withdraw
from screening.applications.actions.changing import renew, reopen, restore
from screening.applications.actions.consents import ANSWERS, hold, print_answers, unhold
from screening.applications.actions.copying import copy_answers
from screening.applications.actions.corrections import tell_correction
from screening.applications.actions.expiry import warn_of_expiry
from screening.applications.actions.filling import (
    Overtaken,
    add_entry,
    change_entry,
    mark,
    remove_entry,
    save_competencies,
    save_declarations,
    save_identity,
)
from screening.applications.actions.forgetting import forget_criminal_record, forget_health, forget_references
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
from screening.applications.actions.papers import attach, describe, detach, replace
from screening.applications.actions.promises import escalate, miss_promise
from screening.applications.actions.publicity import announce, clear, confirm, defer, revoke
from screening.applications.actions.purging import purge, warn_purge
from screening.applications.actions.references import (
    answer,
    ask,
    decline_reference,
    read_reference,
    receive_on_paper,
    remind,
    withdraw_request,
)

__all__ = [
    "ANSWERS",
    "Overtaken",
    "add_entry",
    "announce",
    "answer",
    "appoint",
    "approve_late",
    "arrange",
    "ask",
    "ask_late",
    "assess",
    "assign",
    "attach",
    "begin",
    "change_entry",
    "clear",
    "confirm",
    "copy_answers",
    "decline",
    "decline_reference",
    "defer",
    "describe",
    "detach",
    "discard",
    "escalate",
    "examine",
    "forget_adjustments",
    "forget_criminal_record",
    "forget_health",
    "forget_references",
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
    "read_adjustments",
    "read_reference",
    "receive_on_paper",
    "record_gate",
    "refuse_late",
    "reject",
    "remind",
    "remove_entry",
    "renew",
    "reopen",
    "replace",
    "reserve",
    "restore",
    "resubmit",
    "revoke",
    "save_adjustments",
    "save_competencies",
    "save_declarations",
    "save_identity",
    "score",
    "send_back",
    "submit",
    "tell_correction",
    "unhold",
    "warn_of_expiry",
    "warn_purge",
    "withdraw",
    "withdraw_request",
]
