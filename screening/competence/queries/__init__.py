"""How the office speaks of questions, papers, sittings and markings."""

from screening.competence.queries.contents import LINE_TEXTS, TASK_TEXTS, columns, content, forms_of, gaps, uncovered
from screening.competence.queries.rows import (
    MarkingQuerySet,
    MaterialQuerySet,
    PaperQuerySet,
    QuestionQuerySet,
    SittingQuerySet,
    TaskQuerySet,
)

__all__ = [
    "LINE_TEXTS",
    "TASK_TEXTS",
    "MarkingQuerySet",
    "MaterialQuerySet",
    "PaperQuerySet",
    "QuestionQuerySet",
    "SittingQuerySet",
    "TaskQuerySet",
    "columns",
    "content",
    "forms_of",
    "gaps",
    "uncovered",
]
