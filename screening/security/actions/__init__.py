"""The verbs of the compartment. Its decision is committed there first; carrying the gate result out may be repeated."""

from screening.security.actions.decisions import answer_facts, carry, carry_due, decide, propose, reconsidered_until, refuse, show_facts
from screening.security.actions.declarations import (
    draft_of,
    hand_in,
    may_be_reconsidered,
    reconsider,
    remove,
    renew,
    report_change,
    say_none,
    write,
)
from screening.security.actions.members import admit, ask_access, assess, confirm, expel, grant_access
from screening.security.actions.reviews import close_ended, enter_answer, judge, open_due, refer, tell_due
from screening.security.actions.tracing import look_over, read

__all__ = [
    "admit",
    "answer_facts",
    "ask_access",
    "assess",
    "carry",
    "carry_due",
    "close_ended",
    "confirm",
    "decide",
    "draft_of",
    "enter_answer",
    "expel",
    "grant_access",
    "hand_in",
    "judge",
    "look_over",
    "may_be_reconsidered",
    "open_due",
    "propose",
    "read",
    "reconsider",
    "reconsidered_until",
    "refer",
    "refuse",
    "remove",
    "renew",
    "report_change",
    "say_none",
    "show_facts",
    "tell_due",
    "write",
]
