"""The verbs of an application."""

from screening.applications.actions.candidate import begin, decline, discard, resubmit, submit, withdraw
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
    "Overtaken",
    "add_entry",
    "announce",
    "answer",
    "appoint",
    "ask",
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
    "examine",
    "lapse",
    "mark",
    "nominate",
    "offer",
    "propose_rejection",
    "qualify",
    "read_reference",
    "receive_on_paper",
    "record_gate",
    "reject",
    "remind",
    "remove_entry",
    "replace",
    "reserve",
    "resubmit",
    "revoke",
    "save_competencies",
    "save_declarations",
    "save_identity",
    "score",
    "send_back",
    "submit",
    "tell_correction",
    "warn_of_expiry",
    "withdraw",
    "withdraw_request",
]
