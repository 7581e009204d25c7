"""The words of the competence test: papers, sittings, markings."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register

GRACE = datetime.timedelta(seconds=10)  # what left the candidate's machine in time may arrive so much later
MARKERS = 2
ANSWER_LENGTH = 20_000
OBSERVATION_SHORTEST = 20
OBSERVATION_LENGTH = 2_000


class PaperState(models.TextChoices):
    """How far a paper is: written, fixed, open to those invited, over."""

    DRAFTED = "drafted", pgettext_lazy("paper", "Draft")
    SEALED = "sealed", pgettext_lazy("paper", "Sealed")
    OPENED = "opened", pgettext_lazy("paper", "Open")
    CLOSED = "closed", pgettext_lazy("paper", "Closed")


class TaskKind(models.TextChoices):
    """What a task asks for."""

    CASE = "case_analysis", _("Case analysis")
    WRITING = "writing", _("Document writing")


class SittingState(models.TextChoices):
    """How far one candidate is with a paper."""

    INVITED = "invited", pgettext_lazy("sitting", "Invited")
    STARTED = "started", pgettext_lazy("sitting", "Writing")
    HANDED_IN = "handed_in", pgettext_lazy("sitting", "Handed in")
    MISSED = "missed", pgettext_lazy("sitting", "Not taken")
    CONCLUDED = "concluded", pgettext_lazy("sitting", "Result established")


class MarkingState(models.TextChoices):
    """Whether a marker may still change the marks."""

    DRAFTED = "drafted", pgettext_lazy("marking", "To mark")
    LOCKED = "locked", pgettext_lazy("marking", "Locked")


PAPER_COLOURS = {PaperState.DRAFTED: "grey", PaperState.SEALED: "teal", PaperState.OPENED: "green", PaperState.CLOSED: "purple"}
SITTING_COLOURS = {
    SittingState.INVITED: "yellow",
    SittingState.STARTED: "orange",
    SittingState.HANDED_IN: "blue",
    SittingState.MISSED: "red",
    SittingState.CONCLUDED: "green",
}
MARKING_COLOURS = {MarkingState.DRAFTED: "yellow", MarkingState.LOCKED: "green"}

register("competence.paper", {state: (state.label, colour) for state, colour in PAPER_COLOURS.items()})
register("competence.sitting", {state: (state.label, colour) for state, colour in SITTING_COLOURS.items()})
register("competence.marking", {state: (state.label, colour) for state, colour in MARKING_COLOURS.items()})
