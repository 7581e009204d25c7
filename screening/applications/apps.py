"""The app in Django's list."""

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """Who is considered: the application, its sections, its gate results."""

    name = "screening.applications"

    def ready(self):
        from screening.applications import words  # noqa: F401
