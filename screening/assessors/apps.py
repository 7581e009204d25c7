"""The app in Django's list."""

from django.apps import AppConfig


class AssessorsConfig(AppConfig):
    """Pools, panels, conflicts of interest, draws by lot."""

    name = "screening.assessors"

    def ready(self):
        from screening.assessors import words  # noqa: F401
