"""The app in Django's list."""

from django.apps import AppConfig


class StagesConfig(AppConfig):
    """The stages of a post's selection, and what rests on them."""

    name = "screening.stages"

    def ready(self):
        from screening.stages import words  # noqa: F401
