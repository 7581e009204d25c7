"""The pages of those who are interviewed, of those who sit on the panels, and of those who open the booklets."""

from screening.crosscultural.views.candidate import InterviewPage, Interviews
from screening.crosscultural.views.inventory import Questionnaire
from screening.crosscultural.views.keys import Key, Keys
from screening.crosscultural.views.panel import Lock, Moderate, Panels, SheetPage, StepBack, WriteNote

__all__ = [
    "InterviewPage",
    "Interviews",
    "Key",
    "Keys",
    "Lock",
    "Moderate",
    "Panels",
    "Questionnaire",
    "SheetPage",
    "StepBack",
    "WriteNote",
]
