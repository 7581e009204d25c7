"""The words of the assessors' office: panels, pools, questions about conflicts, draws and reasons."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register


class PanelKind(models.TextChoices):
    """What a panel does."""

    MARKING = "marking", _("Marking panel")
    INTERVIEW = "interview", _("Assessment panel")


class Ground(models.TextChoices):
    """Why an assessor has nothing to do with one file."""

    CONFLICT = "conflict", _("Conflict of interest")
    ABSENCE = "absence", pgettext_lazy("assessor", "Absent")


class InvitationState(models.TextChoices):
    """What became of the link that was sent to somebody."""

    NONE = "none", pgettext_lazy("assessor", "Not invited")
    SENT = "sent", pgettext_lazy("assessor", "Invited")
    EXPIRED = "expired", pgettext_lazy("assessor", "Invitation expired")
    ACCEPTED = "accepted", pgettext_lazy("assessor", "Accepted")
    DECLINED = "declined", pgettext_lazy("assessor", "Declined")


class StationKind(models.TextChoices):
    """Where somebody was, for the question who could know whom."""

    EMPLOYER = "employer", _("Employer")
    EDUCATION = "education", _("Institution of education")


class HintGround(models.TextChoices):
    """Why somebody is asked whether they are partial."""

    EMPLOYER = "employer", _("Same employer in the same years")
    EDUCATION = "education", _("Same institution of education")
    INSTITUTION = "institution", _("The candidate was at the assessor's institution")
    REFEREE = "referee", _("Named as a referee")
    DECLARED = "declared", _("Named by the candidate")


# On these grounds the candidate has already spoken.
CANDIDATE_SPOKE = (HintGround.REFEREE, HintGround.DECLARED)


class HintState(models.TextChoices):
    """What became of a question about a conflict."""

    ASKED = "asked", pgettext_lazy("conflict of interest", "Asked")
    CONFIRMED = "confirmed", pgettext_lazy("conflict of interest", "Confirmed")
    DENIED = "denied", pgettext_lazy("conflict of interest", "Denied")
    DISPUTED = "disputed", pgettext_lazy("conflict of interest", "Sides disagree")


class DrawPurpose(models.TextChoices):
    """What is drawn by lot."""

    PANELS = "panels", pgettext_lazy("draw", "Panels")
    ROOMS = "rooms", pgettext_lazy("draw", "Rooms")
    ORDER = "order", pgettext_lazy("draw", "Order of candidates")


class DrawState(models.TextChoices):
    """A seed is first committed to, then revealed."""

    COMMITTED = "committed", pgettext_lazy("draw", "Seed committed")
    REVEALED = "revealed", pgettext_lazy("draw", "Seed revealed")


class Reason(models.TextChoices):
    """What spoke for giving a file to a person."""

    COMPETENCY = "competency", _("knows the field of the post")
    LANGUAGE = "language", _("reads the candidate's language")
    LOAD = "load", _("had the lightest load of those who could, by lot among equals")
    NO_CONFLICT = "no_conflict", _("has no conflict of interest with the file")


class Cause(models.TextChoices):
    """Why a file lacks people."""

    CONFLICT = "conflict", _("some have a conflict of interest with the file")
    COMPETENCY = "competency", _("some do not know the field of the post")
    LANGUAGE = "language", _("some do not read the candidate's language")
    FEW = "few", _("there are not enough assessors")


HINT_COLOURS = {HintState.ASKED: "yellow", HintState.CONFIRMED: "red", HintState.DENIED: "green", HintState.DISPUTED: "orange"}
DRAW_COLOURS = {DrawState.COMMITTED: "yellow", DrawState.REVEALED: "green"}
INVITATION_COLOURS = {
    InvitationState.NONE: "grey",
    InvitationState.SENT: "yellow",
    InvitationState.EXPIRED: "orange",
    InvitationState.ACCEPTED: "green",
    InvitationState.DECLINED: "red",
}

register("assessors.conflicthint", {state: (state.label, colour) for state, colour in HINT_COLOURS.items()})
register("assessors.draw", {state: (state.label, colour) for state, colour in DRAW_COLOURS.items()})
register("assessors.assessor", {state: (state.label, colour) for state, colour in INVITATION_COLOURS.items()})
