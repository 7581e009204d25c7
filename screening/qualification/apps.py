"""The app in Django's list."""

from django.apps import AppConfig


class QualificationConfig(AppConfig):
    """S1: checks, evidence, requests for correction."""

    name = "screening.qualification"

    def ready(self):
        from screening.qualification import words  # noqa: F401
