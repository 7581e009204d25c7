"""The words of following a file: whose clock runs, how a request to hand in late stands."""

from django.db import models
from django.utils.translation import pgettext_lazy

from positions.states import Stage
from recruitment.core.badges import register
from screening.applications.states.life import State

# The stage whose promised working days run while a file is in a state, from its last step.
CLOCKS = {
    State.SUBMITTED: Stage.QUALIFICATION,
    State.QUALIFIED: Stage.COMPETENCE,
    State.TESTED: Stage.CROSSCULTURAL,
    State.ASSESSED: Stage.MERIT,
    State.NOMINATED: Stage.SECURITY,
    State.CONFIRMED: Stage.OFFER,
}


class LateDecision(models.TextChoices):
    """How a request to hand in late stands."""

    OPEN = "open", pgettext_lazy("request", "Waiting for a decision")
    APPROVED = "approved", pgettext_lazy("request", "Approved")
    REFUSED = "refused", pgettext_lazy("request", "Refused")


_COLOURS = {LateDecision.OPEN: "blue", LateDecision.APPROVED: "green", LateDecision.REFUSED: "red"}
register("applications.laterequest", {decision: (decision.label, _COLOURS[decision]) for decision in LateDecision})
