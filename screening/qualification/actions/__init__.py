"""The verbs of the qualification check: prepare, decide, request corrections, qualify, refuse, reject, remind, escalate."""

from screening.qualification.actions.checking import Found, decide
from screening.qualification.actions.deciding import qualify, refuse, reject
from screening.qualification.actions.following import escalate, remind
from screening.qualification.actions.preparing import prepare
from screening.qualification.actions.requesting import request_corrections

__all__ = ["Found", "decide", "escalate", "prepare", "qualify", "refuse", "reject", "remind", "request_corrections"]
