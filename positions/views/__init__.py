"""The public's pages: the list of posts with its filters, the page of one post, the check of oneself, alerts and saved posts."""

from positions.views.alerts import ask, asked, cancel, confirm
from positions.views.calendar import deadline
from positions.views.check import check
from positions.views.listing import listing
from positions.views.page import page
from positions.views.saved import save, saved, unsave

__all__ = ["ask", "asked", "cancel", "check", "confirm", "deadline", "listing", "page", "save", "saved", "unsave"]
