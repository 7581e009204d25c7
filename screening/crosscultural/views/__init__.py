"""The pages of those who are interviewed, and of those who sit on the panels."""

from screening.crosscultural.views.candidate import InterviewPage, Interviews
from screening.crosscultural.views.panel import Lock, Panels, SheetPage, StepBack

__all__ = ["InterviewPage", "Interviews", "Lock", "Panels", "SheetPage", "StepBack"]
