"""The public's pages: the list of posts with its filters, and the page of one post."""

from positions.views.listing import listing
from positions.views.page import deadline, page

__all__ = ["deadline", "listing", "page"]
