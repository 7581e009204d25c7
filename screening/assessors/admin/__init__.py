"""HR's desk for those who assess: the pool, panels, conflicts, draws and allocations."""

from screening.assessors.admin.conflicts import AbstentionAdmin, ConflictHintAdmin, RecusalAdmin
from screening.assessors.admin.draws import AllotmentAdmin, DrawAdmin
from screening.assessors.admin.panels import PanelAdmin
from screening.assessors.admin.pool import AssessorAdmin, UndertakingAdmin

__all__ = [
    "AbstentionAdmin",
    "AllotmentAdmin",
    "AssessorAdmin",
    "ConflictHintAdmin",
    "DrawAdmin",
    "PanelAdmin",
    "RecusalAdmin",
    "UndertakingAdmin",
]
