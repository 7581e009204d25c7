"""Interview lists, merit lists, quality reports."""

from screening.merit.models.lists import MeritLine, MeritList
from screening.merit.models.quality import QualityReport
from screening.merit.models.shortlists import Shortlist

__all__ = ["MeritLine", "MeritList", "QualityReport", "Shortlist"]
