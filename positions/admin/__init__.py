"""HR's desk for posts and their corrections, and the reference data that posts stand on."""

from positions.admin.corrections import CorrectionAdmin
from positions.admin.posts import PositionAdmin
from positions.admin.reference import CompetencyModelAdmin, DepartmentAdmin, RoundAdmin

__all__ = ["CompetencyModelAdmin", "CorrectionAdmin", "DepartmentAdmin", "PositionAdmin", "RoundAdmin"]
