"""What a competence test is made of."""

from screening.competence.models.markings import Mark, Marking
from screening.competence.models.papers import Paper, RubricLine, Task
from screening.competence.models.sittings import Answer, Sitting

__all__ = ["Answer", "Mark", "Marking", "Paper", "RubricLine", "Sitting", "Task"]
