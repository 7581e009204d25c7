"""The words of public communication."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    """What a question is about."""

    PROGRAMME = "programme", _("The programme")
    APPLICATION = "application", _("Applying")
    SELECTION = "selection", _("Selection")
    EMPLOYMENT = "employment", _("Working and living in Shanghai")
    SUPERVISION = "supervision", _("Supervision and objections")
    DATA = "data", _("Your data")


class ItemKind(models.TextChoices):
    """How the programme speaks to the public (domain 8.1)."""

    PRESS_CONFERENCE = "press_conference", _("Press conference")
    POLICY_INTERPRETATION = "policy_interpretation", _("Policy explanation")
    RESPONSE = "response", _("Answer to the public")
