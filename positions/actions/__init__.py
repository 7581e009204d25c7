"""The verbs of the planning office, and of whoever looks for a post."""

from positions.actions.alerts import confirm, subscribe, tell, unsubscribe
from positions.actions.posts import amend, close, freeze, plan, publish, review, revise, searchable
from positions.actions.saving import save, unsave

__all__ = [
    "amend",
    "close",
    "confirm",
    "freeze",
    "plan",
    "publish",
    "review",
    "revise",
    "save",
    "searchable",
    "subscribe",
    "tell",
    "unsave",
    "unsubscribe",
]
