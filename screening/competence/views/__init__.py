"""The pages of those who set, open, sit, look after, mark and moderate a paper."""

from screening.competence.views.candidate import Answers, File, HandIn, PaperPage, Papers, Receipt, Start
from screening.competence.views.invigilator import Invigilate, Invigilation, Key, Keys, Room
from screening.competence.views.marker import Ask, Chief, Lock, MarkingDesk, Moderate, Script, ScriptFile, StepBack
from screening.competence.views.page import Hear, Trial
from screening.competence.views.setter import AddFile, EditLine, EditQuestion, NewQuestion, QuestionFile, QuestionPage, Questions, Review

__all__ = [
    "AddFile",
    "Answers",
    "Ask",
    "Chief",
    "EditLine",
    "EditQuestion",
    "File",
    "HandIn",
    "Hear",
    "Invigilate",
    "Invigilation",
    "Key",
    "Keys",
    "Lock",
    "MarkingDesk",
    "Moderate",
    "NewQuestion",
    "PaperPage",
    "Papers",
    "QuestionFile",
    "QuestionPage",
    "Questions",
    "Receipt",
    "Review",
    "Room",
    "Script",
    "ScriptFile",
    "Start",
    "StepBack",
    "Trial",
]
