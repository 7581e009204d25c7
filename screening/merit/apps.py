"""The app in Django's list."""

from django.apps import AppConfig


class MeritConfig(AppConfig):
    """Composite, ranking, nomination and reserve."""

    name = "screening.merit"

    def ready(self):
        from screening.merit import words  # noqa: F401
