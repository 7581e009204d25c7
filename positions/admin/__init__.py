"""HR's desk for posts, and the reference data that posts stand on."""

from positions.admin.posts import PositionAdmin
from positions.admin.reference import CompetencyModelAdmin, DepartmentAdmin, RoundAdmin

__all__ = ["CompetencyModelAdmin", "DepartmentAdmin", "PositionAdmin", "RoundAdmin"]
