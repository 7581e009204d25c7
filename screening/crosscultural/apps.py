"""The app in Django's list."""

from django.apps import AppConfig


class CrossculturalConfig(AppConfig):
    """S3: interviews, slots, anchored ratings."""

    name = "screening.crosscultural"

    def ready(self):
        from screening.crosscultural import words  # noqa: F401
