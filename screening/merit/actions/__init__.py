"""The verbs of ranking and of the quality gate."""

from screening.merit.actions.lists import close, discard, draw_up, export, lines, promote
from screening.merit.actions.quality import report
from screening.merit.actions.reserve import lapse_reserve
from screening.merit.actions.shortlists import shortlist

__all__ = ["close", "discard", "draw_up", "export", "lapse_reserve", "lines", "promote", "report", "shortlist"]
