"""The app in Django's list."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    """O1: courses and what was completed."""

    name = "onboarding.training"
