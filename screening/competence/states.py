"""The words of the competence test: papers, sittings, markings."""

import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register

GRACE = datetime.timedelta(seconds=10)  # what left the candidate's machine in time may arrive so much later
MARKERS = 2
ANSWER_LENGTH = 20_000
KEYS = 2  # so many different people open a paper
KEY_WINDOW = datetime.timedelta(minutes=30)  # so long before its hour it may be opened
SILENCE = datetime.timedelta(seconds=45)  # a page that was not heard for so long has lost its line
PAGE_VERSIONS = 100_000  # a page counts its own saves up to here
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
    SCENARIO = "scenario", _("Scenario simulation")
    POLICY = "policy", _("Policy interpretation")
    WRITING = "writing", _("Document writing")
    CRISIS = "crisis", _("Crisis management")


class QuestionState(models.TextChoices):
    """How far a question of the bank is."""

    DRAFTED = "drafted", pgettext_lazy("question", "Draft")
    PROPOSED = "proposed", pgettext_lazy("question", "Waiting for review")
    APPROVED = "approved", pgettext_lazy("question", "Approved")
    RETIRED = "retired", pgettext_lazy("question", "Retired")


class SittingState(models.TextChoices):
    """How far one candidate is with a paper."""

    INVITED = "invited", pgettext_lazy("sitting", "Invited")
    STARTED = "started", pgettext_lazy("sitting", "Writing")
    HANDED_IN = "handed_in", pgettext_lazy("sitting", "Handed in")
    MISSED = "missed", pgettext_lazy("sitting", "Not taken")
    CONCLUDED = "concluded", pgettext_lazy("sitting", "Result established")


class EventKind(models.TextChoices):
    """What the invigilator reads in the course of a sitting."""

    DRAWN = "drawn", _("Form drawn by lot")
    IDENTIFIED = "identified", _("Identity checked")
    DROPPED = "dropped", _("Connection lost")
    PAUSED = "paused", _("Clock stopped")
    RESUMED = "resumed", _("Clock running again")
    EXTENDED = "extended", _("Additional time given")


class ModerationReason(models.TextChoices):
    """Why a chief marker sets another score."""

    RUBRIC = "rubric", _("The rubric was applied wrongly")
    OVERLOOKED = "overlooked", _("A part of the work was overlooked")
    SEVERITY = "severity", _("A marker was markedly stricter or milder than the others")
    TASK_FLAW = "task_flaw", _("A flaw of the task, counted for everybody alike")


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
QUESTION_COLOURS = {
    QuestionState.DRAFTED: "grey",
    QuestionState.PROPOSED: "yellow",
    QuestionState.APPROVED: "green",
    QuestionState.RETIRED: "purple",
}
MARKING_COLOURS = {MarkingState.DRAFTED: "yellow", MarkingState.LOCKED: "green"}

register("competence.paper", {state: (state.label, colour) for state, colour in PAPER_COLOURS.items()})
register("competence.question", {state: (state.label, colour) for state, colour in QUESTION_COLOURS.items()})
register("competence.sitting", {state: (state.label, colour) for state, colour in SITTING_COLOURS.items()})
register("competence.marking", {state: (state.label, colour) for state, colour in MARKING_COLOURS.items()})
