"""The public's pages: the list of posts with its filters, the page of one post, the terms, and the rules of a round."""

from positions.views.listing import listing
from positions.views.page import deadline, page
from positions.views.rounds import rules
from positions.views.terms import terms

__all__ = ["deadline", "listing", "page", "rules", "terms"]
