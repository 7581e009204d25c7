"""The quality gate: how far assessors agree, who marks hard, what is missing, and whether groups fare alike.

Every figure is reckoned from codes and numbers; no name is read. Where the numbers are too small, the report says so in words.
"""

from screening.merit.quality.agreement import agreement
from screening.merit.quality.fairness import fairness
from screening.merit.quality.marks import Sheet, marks_of
from screening.merit.quality.reds import Limits, reds_of

__all__ = ["Limits", "Sheet", "agreement", "fairness", "marks_of", "reds_of"]
