"""The app in Django's list."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Notices, consents, retention, export, erasure."""

    name = "recruitment.privacy"
