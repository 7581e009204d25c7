"""The words of the cross-cultural assessment: booklets, interviews, sheets."""

import datetime

from django.db import models
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register

MOVE_UNTIL = datetime.timedelta(hours=24)  # before the booked slot begins
BOOKINGS = 2  # the first choice, and one move
OBSERVATION_SHORTEST = 20
OBSERVATION_LENGTH = 2_000
LOWEST, HIGHEST = 1, 5


class BookletState(models.TextChoices):
    """Whether questions and dimensions may still change."""

    DRAFTED = "drafted", pgettext_lazy("booklet", "Draft")
    SEALED = "sealed", pgettext_lazy("booklet", "Sealed")


class InterviewState(models.TextChoices):
    """How far one candidate's interview is."""

    OPENED = "opened", pgettext_lazy("interview", "Open")
    MISSED = "missed", pgettext_lazy("interview", "Not attended")
    CONCLUDED = "concluded", pgettext_lazy("interview", "Result established")


class SheetState(models.TextChoices):
    """Whether a member of the panel may still change the ratings."""

    DRAFTED = "drafted", pgettext_lazy("rating sheet", "To rate")
    LOCKED = "locked", pgettext_lazy("rating sheet", "Locked")


BOOKLET_COLOURS = {BookletState.DRAFTED: "grey", BookletState.SEALED: "teal"}
INTERVIEW_COLOURS = {InterviewState.OPENED: "yellow", InterviewState.MISSED: "red", InterviewState.CONCLUDED: "green"}
SHEET_COLOURS = {SheetState.DRAFTED: "yellow", SheetState.LOCKED: "green"}

register("crosscultural.booklet", {state: (state.label, colour) for state, colour in BOOKLET_COLOURS.items()})
register("crosscultural.interview", {state: (state.label, colour) for state, colour in INTERVIEW_COLOURS.items()})
register("crosscultural.sheet", {state: (state.label, colour) for state, colour in SHEET_COLOURS.items()})
