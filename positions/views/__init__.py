"""The public's pages: posts with their filters, one post, terms, the rules of a round, the check of oneself, alerts and saved posts."""

from positions.views.alerts import ask, asked, cancel, confirm
from positions.views.calendar import deadline
from positions.views.check import check
from positions.views.listing import listing
from positions.views.page import page
from positions.views.rounds import rules
from positions.views.saved import save, saved, unsave
from positions.views.terms import terms

__all__ = ["ask", "asked", "cancel", "check", "confirm", "deadline", "listing", "page", "rules", "save", "saved", "terms", "unsave"]
