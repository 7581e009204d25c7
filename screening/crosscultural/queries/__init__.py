"""How the office speaks of the cross-cultural assessment."""

from screening.crosscultural.queries.contents import DIMENSION_TEXTS, QUESTION_TEXTS, columns, content, gaps, texts_of
from screening.crosscultural.queries.rows import (
    BookingQuerySet,
    BookletQuerySet,
    InterviewQuerySet,
    ItemQuerySet,
    RecordingQuerySet,
    SheetQuerySet,
    SlotQuerySet,
    awaited,
    is_all_locked,
    panels_for,
)

__all__ = [
    "DIMENSION_TEXTS",
    "QUESTION_TEXTS",
    "BookingQuerySet",
    "BookletQuerySet",
    "InterviewQuerySet",
    "ItemQuerySet",
    "RecordingQuerySet",
    "SheetQuerySet",
    "SlotQuerySet",
    "awaited",
    "columns",
    "content",
    "gaps",
    "is_all_locked",
    "panels_for",
    "texts_of",
]
