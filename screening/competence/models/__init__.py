"""The tables of the competence test: the bank, papers, sittings, markings."""

from screening.competence.models.markings import Mark, Marking
from screening.competence.models.moderation import FollowUp, Moderation
from screening.competence.models.papers import KeyTurn, Paper, RubricLine, Task
from screening.competence.models.questions import Material, Question
from screening.competence.models.sittings import Answer, Event, Sitting

__all__ = [
    "Answer",
    "Event",
    "FollowUp",
    "KeyTurn",
    "Mark",
    "Marking",
    "Material",
    "Moderation",
    "Paper",
    "Question",
    "RubricLine",
    "Sitting",
    "Task",
]
