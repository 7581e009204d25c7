"""The words of the assessors' office: kinds of panel, and why somebody steps back from a file."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PanelKind(models.TextChoices):
    """What a panel does."""

    MARKING = "marking", _("Marking panel")
    INTERVIEW = "interview", _("Assessment panel")


class Ground(models.TextChoices):
    """Why an assessor has nothing to do with one file."""

    CONFLICT = "conflict", _("Conflict of interest")
    ABSENCE = "absence", pgettext_lazy("assessor", "Absent")
