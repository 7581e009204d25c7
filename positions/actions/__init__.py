"""The verbs of the planning office."""

from positions.actions.posts import amend, close, freeze, plan, publish, review, revise, searchable

__all__ = ["amend", "close", "freeze", "plan", "publish", "review", "revise", "searchable"]
