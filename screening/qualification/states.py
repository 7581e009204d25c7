"""The words of the qualification check."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.badges import register


class CheckKind(models.TextChoices):
    """What a check looks at: a requirement of the post, a document it asks for, or the person's declarations."""

    REQUIREMENT = "requirement", _("Requirement of the position")
    DOCUMENT = "document", _("Supporting document")
    DECLARATION = "declaration", _("Declaration")


class CheckResult(models.TextChoices):
    """What the officer found; empty until they looked."""

    OPEN = "open", pgettext_lazy("check", "not checked yet")
    MET = "met", _("Requirement met")
    NOT_MET = "not_met", _("Requirement not met")
    UNCLEAR = "unclear", pgettext_lazy("check", "unclear")


BADGES = {
    CheckResult.OPEN: (CheckResult.OPEN.label, "grey"),
    CheckResult.MET: (CheckResult.MET.label, "green"),
    CheckResult.NOT_MET: (CheckResult.NOT_MET.label, "red"),
    CheckResult.UNCLEAR: (CheckResult.UNCLEAR.label, "orange"),
}

register("qualification.check", BADGES)
