"""The words of the cross-cultural assessment: booklets, interviews, sheets."""

import datetime
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register

MOVE_UNTIL = datetime.timedelta(hours=24)  # before the booked slot begins
BOOKINGS = 2  # the first choice, and one move
OBSERVATION_SHORTEST = 20
OBSERVATION_LENGTH = 2_000
LOWEST, HIGHEST = 1, 5
KEYS = 2  # so many different people open a booklet
KEY_WINDOW = datetime.timedelta(minutes=60)  # so long before the first interview it may be opened
REMIND = datetime.timedelta(hours=24)  # so long before an interview everybody is reminded
MOST_EXTRA = 120
MOST_OPTION = 3
LOW_BAND = Decimal("2.5")  # a scale up to here has its prompt for the talk


class BookletState(models.TextChoices):
    """Whether questions and dimensions may still change."""

    DRAFTED = "drafted", pgettext_lazy("booklet", "Draft")
    SEALED = "sealed", pgettext_lazy("booklet", "Sealed")
    OPENED = "opened", pgettext_lazy("booklet", "Open")


class InterviewState(models.TextChoices):
    """How far one candidate's interview is."""

    OPENED = "opened", pgettext_lazy("interview", "Open")
    MISSED = "missed", pgettext_lazy("interview", "Not attended")
    CONCLUDED = "concluded", pgettext_lazy("interview", "Result established")


class SheetState(models.TextChoices):
    """Whether a member of the panel may still change the ratings."""

    DRAFTED = "drafted", pgettext_lazy("rating sheet", "To rate")
    LOCKED = "locked", pgettext_lazy("rating sheet", "Locked")


class ModerationReason(models.TextChoices):
    """Why a member of the panel changes points after the discussion."""

    ANCHOR = "anchor", _("The anchor was read wrongly")
    OVERLOOKED = "overlooked", _("Something that was said was overlooked")
    MISHEARD = "misheard", _("Something was misheard or misinterpreted")
    QUESTION_FLAW = "question_flaw", _("A flaw of the question, counted for everybody alike")


class ItemKind(models.TextChoices):
    """What an item of the inventory asks for."""

    STATEMENT = "statement", _("Statement about oneself")
    SITUATION = "situation", _("Situation with four ways to act")


class Scale(models.TextChoices):
    """What the items measure together."""

    ADVENTUROUSNESS = "adventurousness", _("Readiness for the unfamiliar")
    AGREEABLENESS = "agreeableness", _("Interest in others")
    STABILITY = "stability", _("Calm under strain")
    CONSCIENTIOUSNESS = "conscientiousness", _("Conscientiousness")
    INTERCULTURAL = "intercultural", _("Acting across cultures")


# What a low scale suggests to talk about: sentences, never figures.
PROMPTS = {
    Scale.ADVENTUROUSNESS: _("Ask about a change that was not welcome, and what was done with it."),
    Scale.AGREEABLENESS: _("Ask about a colleague who needed help at a bad moment."),
    Scale.STABILITY: _("Ask about a day when everything came at once, and what helped."),
    Scale.CONSCIENTIOUSNESS: _("Ask how a long task was kept on time."),
    Scale.INTERCULTURAL: _("Ask about a misunderstanding between cultures, and the first thing that was done."),
}


class Validation(models.TextChoices):
    """Whether an item is known to measure what it should; until then it is a pilot."""

    PILOT = "pilot", pgettext_lazy("item", "Pilot")
    VALIDATED = "validated", pgettext_lazy("item", "Validated")
    RETIRED = "retired", pgettext_lazy("item", "Retired")


BOOKLET_COLOURS = {BookletState.DRAFTED: "grey", BookletState.SEALED: "teal", BookletState.OPENED: "green"}
INTERVIEW_COLOURS = {InterviewState.OPENED: "yellow", InterviewState.MISSED: "red", InterviewState.CONCLUDED: "green"}
SHEET_COLOURS = {SheetState.DRAFTED: "yellow", SheetState.LOCKED: "green"}

register("crosscultural.booklet", {state: (state.label, colour) for state, colour in BOOKLET_COLOURS.items()})
register("crosscultural.interview", {state: (state.label, colour) for state, colour in INTERVIEW_COLOURS.items()})
register("crosscultural.sheet", {state: (state.label, colour) for state, colour in SHEET_COLOURS.items()})
