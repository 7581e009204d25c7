"""What else somebody tells of their life: times without employment, and what could stand in the way of an impartial office."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PauseKind(models.TextChoices):
    """What a time without employment was used for; nobody has to tell an illness."""

    STUDY = "study", _("Study or training")
    JOB_SEARCH = "job_search", _("Looking for work")
    FAMILY = "family", _("Care for the family")
    SERVICE = "service", _("Military or civilian service")
    PERSONAL = "personal", _("Personal reasons, which need not be told")
    OTHER = "other", pgettext_lazy("time without employment", "Something else")


class AdjustmentKind(models.TextChoices):
    """What can be arranged so that everybody shows what they can do; nobody says why."""

    TIME = "time", _("More time")
    SOFTWARE = "software", _("Reading software or large type")
    BREAKS = "breaks", _("Breaks")
    ROOM = "room", _("A room that is accessible without steps")
    SIGNS = "signs", _("An interpreter for sign language")
    OTHER = "other", pgettext_lazy("adjustment", "Something else")


class InterestKind(models.TextChoices):
    """What has to be known so that nobody decides in their own cause."""

    RELATIVE = "relative", _("A relative in the department or in a body above or below it")
    EMPLOYER = "employer", _("An employer or client who deals with the department")
    OFFICIAL = "official", _("An official or assessor whom you know personally")
    HOLDING = "holding", _("A share or another financial interest")
