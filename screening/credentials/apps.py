"""The app in Django's list."""

from django.apps import AppConfig


class CredentialsConfig(AppConfig):
    """Reference data about foreign papers, and the public guide to them."""

    name = "screening.credentials"

    def ready(self):
        from screening.credentials import words  # noqa: F401
