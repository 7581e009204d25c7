"""What must be true of a booklet, an interview and a sheet before a verb may be done to it."""

from django.utils import timezone

from screening.crosscultural.states import MOVE_UNTIL


def is_ahead(slot) -> bool:
    """The interview has not begun."""
    return slot.starts_at > timezone.now()


def is_movable(slot) -> bool:
    """There is enough time left for somebody else to take the slot."""
    return slot.starts_at - MOVE_UNTIL >= timezone.now()


def has_score(interview) -> bool:
    """The panel's sheets gave a score."""
    return interview.score is not None


def is_filled_in(sheet) -> bool:
    """Every dimension has points and a written observation."""
    return sheet.average is not None
