"""The app in Django's list, for its commands."""

from django.apps import AppConfig


class BenchConfig(AppConfig):
    """Measurements."""

    name = "recruitment.bench"
