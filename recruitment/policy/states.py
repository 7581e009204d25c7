"""The words of the policy parameters: units, forms of a value, and how far a source was checked."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SourceStatus(models.TextChoices):
    """Whether somebody has read the text that a value rests on."""

    VERIFIED = "verified", pgettext_lazy("source", "Verified")
    UNVERIFIED = "unverified", pgettext_lazy("source", "Unverified")


class Form(models.TextChoices):
    """What a value looks like."""

    INTEGER = "integer", _("Whole number")
    DECIMAL = "decimal", _("Decimal number")
    CHOICE = "choice", _("One of several words")
    WEIGHTS = "weights", _("Weights that add up to 100")


class Unit(models.TextChoices):
    """What a number counts."""

    WORKING_DAYS = "working_days", pgettext_lazy("unit", "working days")
    DAYS = "days", pgettext_lazy("unit", "days")
    HOURS = "hours", pgettext_lazy("unit", "hours")
    MONTHS = "months", pgettext_lazy("unit", "months")
    YEARS = "years", pgettext_lazy("unit", "years")
    POINTS = "points", pgettext_lazy("unit", "points")
    PERSONS = "persons", pgettext_lazy("unit", "persons")
    PERCENT = "percent", pgettext_lazy("unit", "per cent")
    RATIO = "ratio", pgettext_lazy("unit", "ratio")
    RULE = "rule", pgettext_lazy("unit", "rule")
