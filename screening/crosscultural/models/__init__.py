"""What a cross-cultural assessment is made of."""

from screening.crosscultural.models.booklets import Booklet, Dimension, Question
from screening.crosscultural.models.interviews import Booking, Interview, InterviewPanel, Slot
from screening.crosscultural.models.sheets import Rating, Sheet

__all__ = ["Booking", "Booklet", "Dimension", "Interview", "InterviewPanel", "Question", "Rating", "Sheet", "Slot"]
