"""The app in Django's list."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """N1: announced lists, from draft to concluded."""

    name = "publicity.notices"
