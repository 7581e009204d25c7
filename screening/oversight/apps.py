"""The app in Django's list."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Third-party bodies and what they may do."""

    name = "screening.oversight"

    def ready(self):
        from screening.oversight import words  # noqa: F401
