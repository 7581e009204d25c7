"""How far people agree, and whether groups fare alike: plain arithmetic on numbers, which knows no business noun.

Every figure comes with its interval and the number it rests on, or not at all: where the numbers are too few a function
returns None, and the caller says so in words.
"""

from recruitment.core.statistics.agreement import Level, krippendorff
from recruitment.core.statistics.figures import Figure
from recruitment.core.statistics.kappa import Weighting, cohen
from recruitment.core.statistics.rates import Group, Rate, compared, fisher, suppressed
from recruitment.core.statistics.severity import Severity, severities
from recruitment.core.statistics.variance import Model, intraclass

__all__ = [
    "Figure",
    "Group",
    "Level",
    "Model",
    "Rate",
    "Severity",
    "Weighting",
    "cohen",
    "compared",
    "fisher",
    "intraclass",
    "krippendorff",
    "severities",
    "suppressed",
]
