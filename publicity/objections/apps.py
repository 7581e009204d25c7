"""The app in Django's list."""

from django.apps import AppConfig


class ObjectionsConfig(AppConfig):
    """N2: objections and complaints, with a way back."""

    name = "publicity.objections"
