"""The pages of those who sit a paper, and of those who mark it."""

from screening.competence.views.candidate import Answers, HandIn, PaperPage, Papers, Start
from screening.competence.views.marker import Lock, MarkingDesk, Script, StepBack

__all__ = ["Answers", "HandIn", "Lock", "MarkingDesk", "PaperPage", "Papers", "Script", "Start", "StepBack"]
