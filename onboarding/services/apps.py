"""The app in Django's list."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """O2: life-service cases."""

    name = "onboarding.services"
