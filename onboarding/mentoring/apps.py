"""The app in Django's list."""

from django.apps import AppConfig


class MentoringConfig(AppConfig):
    """O3: pairings and counselling sessions."""

    name = "onboarding.mentoring"
