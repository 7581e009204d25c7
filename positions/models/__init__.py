"""What is to be filled: departments, competency models, rounds, positions and what they require."""

from positions.models.alerts import Alert, SavedPosition
from positions.models.competencies import Competency, CompetencyModel
from positions.models.departments import Department
from positions.models.posts import Position
from positions.models.requirements import EligibilityRule, RequiredDocument
from positions.models.rounds import Round

__all__ = [
    "Alert",
    "Competency",
    "CompetencyModel",
    "Department",
    "EligibilityRule",
    "Position",
    "RequiredDocument",
    "Round",
    "SavedPosition",
]
