"""The words of ranking: the list, what it decides, and how equal scores were ordered."""

from django.db import models
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register
from screening.applications.states import Gate


class ListState(models.TextChoices):
    """How far a merit list is."""

    DRAFTED = "drafted", pgettext_lazy("merit list", "Drawn up")
    CLOSED = "closed", pgettext_lazy("merit list", "Closed")
    DISCARDED = "discarded", pgettext_lazy("merit list", "Sent back")


class Decision(models.TextChoices):
    """What a place on the list means."""

    NOMINATE = "nominate", pgettext_lazy("merit list", "Nominate")
    RESERVE = "reserve", pgettext_lazy("merit list", "Reserve list")
    BELOW = "below", pgettext_lazy("merit list", "Not selected")


class TieBreak(models.TextChoices):
    """Which rule set a line behind the one before it, when the overall scores were equal."""

    NONE = "", pgettext_lazy("tie-break", "none needed")
    CROSSCULTURAL = "crosscultural", pgettext_lazy("tie-break", "score of the cross-cultural assessment")
    COMPETENCE = "competence", pgettext_lazy("tie-break", "score of the competence test")
    NUMBER = "number", pgettext_lazy("tie-break", "candidate number, drawn at random when the file was opened")


# The stages whose marks or decisions are looked at before they close.
REPORTED_GATES = [(gate.value, gate.label) for gate in (Gate.QUALIFICATION, Gate.COMPETENCE, Gate.CROSSCULTURAL)]

LIST_COLOURS = {ListState.DRAFTED: "yellow", ListState.CLOSED: "green", ListState.DISCARDED: "grey"}
DECISION_COLOURS = {Decision.NOMINATE: "green", Decision.RESERVE: "yellow", Decision.BELOW: "grey"}

register("merit.meritlist", {state: (state.label, colour) for state, colour in LIST_COLOURS.items()})
register("merit.decision", {state: (state.label, colour) for state, colour in DECISION_COLOURS.items()})
