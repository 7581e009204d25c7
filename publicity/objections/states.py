"""The words of objections."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register


class ObjectionState(models.TextChoices):
    """An objection is received, examined, its finding proposed, and answered."""

    RECEIVED = "received", pgettext_lazy("objection", "Received")
    EXAMINED = "examined", pgettext_lazy("objection", "Being examined")
    PROPOSED = "proposed", pgettext_lazy("objection", "Finding proposed")
    ANSWERED = "answered", pgettext_lazy("objection", "Answered")


class Mode(models.TextChoices):
    """Named needs a name and a way to reach the person; anonymous leaves no trace (domain 1.2)."""

    NAMED = "named", _("With my name")
    ANONYMOUS = "anonymous", _("Anonymously")


class Finding(models.TextChoices):
    """What the examination came to (domain 1.2.7)."""

    SUBSTANTIATED = "substantiated", _("Substantiated")
    NOT_SUBSTANTIATED = "not_substantiated", _("Not substantiated")
    UNDETERMINED = "undetermined", _("Cannot be determined yet")


register(
    "objections.objection",
    {
        ObjectionState.RECEIVED: (ObjectionState.RECEIVED.label, "orange"),
        ObjectionState.EXAMINED: (ObjectionState.EXAMINED.label, "blue"),
        ObjectionState.PROPOSED: (ObjectionState.PROPOSED.label, "yellow"),
        ObjectionState.ANSWERED: (ObjectionState.ANSWERED.label, "green"),
    },
)
