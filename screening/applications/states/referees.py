"""The words about referees: who they are to the candidate, how far the request is, and what they advise."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register


class Relation(models.TextChoices):
    """From where somebody knows the candidate."""

    SUPERVISOR = "supervisor", pgettext_lazy("referee", "Supervisor")
    COLLEAGUE = "colleague", pgettext_lazy("referee", "Colleague")
    TEACHER = "teacher", pgettext_lazy("referee", "University teacher")
    PARTNER = "partner", pgettext_lazy("referee", "Client or partner")


class RefereeState(models.TextChoices):
    """How far a request for a reference is; it is read from its stamps."""

    NAMED = "named", pgettext_lazy("referee", "Not asked yet")
    ASKED = "asked", pgettext_lazy("referee", "Asked, no answer yet")
    REMINDED = "reminded", pgettext_lazy("referee", "Reminded, no answer yet")
    EXPIRED = "expired", pgettext_lazy("referee", "The link has expired")
    ANSWERED = "answered", pgettext_lazy("referee", "Reference received")
    DECLINED = "declined", pgettext_lazy("referee", "Cannot give a reference")
    WITHDRAWN = "withdrawn", pgettext_lazy("referee", "Request withdrawn")


COLOURS = {
    RefereeState.NAMED: "grey",
    RefereeState.ASKED: "blue",
    RefereeState.REMINDED: "blue",
    RefereeState.EXPIRED: "orange",
    RefereeState.ANSWERED: "green",
    RefereeState.DECLINED: "orange",
    RefereeState.WITHDRAWN: "grey",
}


class Recommendation(models.TextChoices):
    """The sum of a reference."""

    STRONG = "strong", _("Strongly recommended")
    YES = "yes", _("Recommended")
    RESERVED = "reserved", _("Recommended with reservations")
    NO = "no", _("Not recommended")


register("applications.referee", {state: (state.label, colour) for state, colour in COLOURS.items()})
