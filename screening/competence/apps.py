"""The app in Django's list."""

from django.apps import AppConfig


class CompetenceConfig(AppConfig):
    """S2: papers, sittings, answers, blind marking."""

    name = "screening.competence"
