"""What is to be filled: departments, competency models, rounds, positions and what they require."""

from positions.models.alerts import Alert, SavedPosition
from positions.models.competencies import Competency, CompetencyModel
from positions.models.corrections import Correction
from positions.models.departments import Department
from positions.models.posts import RICH_TEXTS, Position
from positions.models.refusals import Refusal
from positions.models.requirements import EligibilityRule, RequiredDocument
from positions.models.rounds import Round

__all__ = [
    "RICH_TEXTS",
    "Alert",
    "Competency",
    "CompetencyModel",
    "Correction",
    "Department",
    "EligibilityRule",
    "Position",
    "Refusal",
    "RequiredDocument",
    "Round",
    "SavedPosition",
]
