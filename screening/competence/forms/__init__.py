"""What candidates, setters, markers, invigilators and HR fill in."""

from screening.competence.forms.answers import AnswersForm
from screening.competence.forms.marking import FinalMarkingForm, FollowUpForm, MarkingForm, ModerateForm
from screening.competence.forms.office import ComposeForm, ExtendForm, KeyForm, PaperForm, ReasonForm
from screening.competence.forms.questions import LineForm, NoteForm, QuestionForm

__all__ = [
    "AnswersForm",
    "ComposeForm",
    "ExtendForm",
    "FinalMarkingForm",
    "FollowUpForm",
    "KeyForm",
    "LineForm",
    "MarkingForm",
    "ModerateForm",
    "NoteForm",
    "PaperForm",
    "QuestionForm",
    "ReasonForm",
]
