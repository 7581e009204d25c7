"""The app in Django's list."""

from django.apps import AppConfig


class PolicyConfig(AppConfig):
    """The policy parameters: value, legal floor, source, verified or not."""

    name = "recruitment.policy"
