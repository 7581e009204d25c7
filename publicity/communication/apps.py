"""The app in Django's list."""

from django.apps import AppConfig


class CommunicationConfig(AppConfig):
    """N3: how selection works, questions answered, policy interpretation."""

    name = "publicity.communication"
