"""Where HR makes interview lists and merit lists, and looks at the quality of a stage before it closes."""

from screening.merit.admin.lists import MeritListAdmin
from screening.merit.admin.quality import QualityReportAdmin
from screening.merit.admin.shortlists import ShortlistAdmin

__all__ = ["MeritListAdmin", "QualityReportAdmin", "ShortlistAdmin"]
