"""The words of the calendar: what a day is, how far a year is known, how a period is counted."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DayKind(models.TextChoices):
    """How the State Council's arrangement moves a day away from the plain week."""

    HOLIDAY = "holiday", _("Day off")
    MAKEUP_WORKDAY = "makeup_workday", _("Adjusted working day")


class YearStatus(models.TextChoices):
    """Whether the arrangement of a year is known for certain."""

    DRAFT = "draft", _("Draft")
    CONFIRMED = "confirmed", _("Confirmed")


class CountRule(models.TextChoices):
    """Where counting begins: on the day after (Civil Code Art. 201), or on the day itself if the day is still whole."""

    NEXT_DAY = "next_day", _("From the next day")
    INCLUSIVE = "inclusive", _("Including the first day")
