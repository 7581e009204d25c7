"""The verbs of the planning office."""

from positions.actions.corrections import correct, extend, issue, mark_told, reject, withdraw
from positions.actions.posts import amend, close, close_at_deadline, copy, freeze, plan, publish, refuse, review, revise, searchable

__all__ = [
    "amend",
    "close",
    "close_at_deadline",
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
    "searchable",
    "withdraw",
]
