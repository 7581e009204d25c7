"""The words of stages: which there are, and how each stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register


class Gate(models.TextChoices):
    """The stages that can be stopped and are closed, in their order; the first three are gates of an application."""

    QUALIFICATION = "qualification", _("Qualification check")
    COMPETENCE = "competence", _("Professional competence test")
    CROSSCULTURAL = "crosscultural", _("Cross-cultural assessment")
    MERIT = "merit", _("Ranking and nomination")


class StageState(models.TextChoices):
    """How a stage stands."""

    OPEN = "open", pgettext_lazy("stage", "Open")
    STOPPED = "stopped", pgettext_lazy("stage", "Stopped by oversight")
    CLOSED = "closed", pgettext_lazy("stage", "Closed")


COLOURS = {StageState.OPEN: "blue", StageState.STOPPED: "red", StageState.CLOSED: "green"}
register("stages.stage", {state: (state.label, colour) for state, colour in COLOURS.items()})
