"""What a cross-cultural assessment is made of."""

from screening.crosscultural.models.booklets import Booklet, BookletKey, Dimension, Question
from screening.crosscultural.models.conduct import Note, Recording
from screening.crosscultural.models.interviews import Booking, Interview, InterviewPanel, Slot
from screening.crosscultural.models.inventory import ExternalInstrumentResult, Inventory, Item, Option
from screening.crosscultural.models.sheets import Moderation, Rating, Sheet

__all__ = [
    "Booking",
    "Booklet",
    "BookletKey",
    "Dimension",
    "ExternalInstrumentResult",
    "Interview",
    "InterviewPanel",
    "Inventory",
    "Item",
    "Moderation",
    "Note",
    "Option",
    "Question",
    "Rating",
    "Recording",
    "Sheet",
    "Slot",
]
