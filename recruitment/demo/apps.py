"""The app in Django's list."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The demonstration and its accounts; its commands refuse to run outside demo mode."""

    name = "recruitment.demo"
