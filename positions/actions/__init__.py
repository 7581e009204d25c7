"""The verbs of the planning office, and of whoever looks for a post."""

from positions.actions.alerts import confirm, subscribe, tell, unsubscribe
from positions.actions.corrections import correct, extend, issue, mark_told, reject, withdraw
from positions.actions.posts import amend, close, close_at_deadline, copy, freeze, plan, publish, refuse, review, revise, searchable
from positions.actions.saving import save, unsave

__all__ = [
    "amend",
    "close",
    "close_at_deadline",
    "confirm",
    "copy",
    "correct",
    "extend",
    "freeze",
    "issue",
    "mark_told",
    "plan",
    "publish",
    "refuse",
    "reject",
    "review",
    "revise",
    "save",
    "searchable",
    "subscribe",
    "tell",
    "unsave",
    "unsubscribe",
    "withdraw",
]
