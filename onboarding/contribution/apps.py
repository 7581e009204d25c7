"""The app in Django's list."""

from django.apps import AppConfig


class ContributionConfig(AppConfig):
    """N4: indicators and what was measured."""

    name = "onboarding.contribution"
