"""The words of mentoring."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    """What a session was about."""

    WORK = "work", _("Tasks and work results")
    CULTURE = "culture", _("Working culture and communication")
    RULES = "rules", _("Rules, secrecy and integrity")
    CAREER = "career", _("Career and training")
    LIFE = "life", _("Life in Shanghai and family")
