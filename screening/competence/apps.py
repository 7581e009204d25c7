"""The app in Django's list."""

from django.apps import AppConfig


class CompetenceConfig(AppConfig):
    """S2: papers, sittings, answers, blind marking, moderation."""

    name = "screening.competence"

    def ready(self):
        from screening.competence import words  # noqa: F401
