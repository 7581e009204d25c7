"""The words of oversight: kinds of body, how a mandate and a question stand, and who waits in which stage."""

from django.db import models
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register
from screening.applications.states import State
from screening.stages.states import Gate


class BodyKind(models.TextChoices):
    """What an outside institution does (domain 3.6.2)."""

    OBSERVER = "observer", pgettext_lazy("oversight body", "Observes the selection")
    SETTER = "setter", pgettext_lazy("oversight body", "Sets papers and questions")
    ASSESSOR = "assessor", pgettext_lazy("oversight body", "Assesses")
    AUDITOR = "auditor", pgettext_lazy("oversight body", "Audits")


# These look at everything and take part in nothing; setters and assessors work through their own desks.
WATCHING = (BodyKind.OBSERVER, BodyKind.AUDITOR)


class MandateState(models.TextChoices):
    """How a mandate stands today."""

    COMING = "coming", pgettext_lazy("mandate", "Not yet in force")
    IN_FORCE = "in_force", pgettext_lazy("mandate", "In force")
    OVER = "over", pgettext_lazy("mandate", "Over")


class QuestionState(models.TextChoices):
    """How a question stands."""

    WAITING = "waiting", pgettext_lazy("oversight question", "Waiting for an answer")
    LATE = "late", pgettext_lazy("oversight question", "Answer overdue")
    ANSWERED = "answered", pgettext_lazy("oversight question", "Answered")


_MANDATES = {MandateState.COMING: "yellow", MandateState.IN_FORCE: "green", MandateState.OVER: "grey"}
_QUESTIONS = {QuestionState.WAITING: "blue", QuestionState.LATE: "red", QuestionState.ANSWERED: "green"}
register("oversight.mandate", {state: (state.label, colour) for state, colour in _MANDATES.items()})
register("oversight.question", {state: (state.label, colour) for state, colour in _QUESTIONS.items()})

# In these states a file waits for the stage's decision.
WAITING = {
    Gate.QUALIFICATION: (State.SUBMITTED, State.REOPENED, State.RETURNED),
    Gate.COMPETENCE: (State.QUALIFIED,),
    Gate.CROSSCULTURAL: (State.TESTED,),
    Gate.MERIT: (State.ASSESSED,),
}
