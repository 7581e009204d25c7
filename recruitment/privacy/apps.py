"""The app in Django's list; when all apps are ready it reads what each of them keeps about people."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Notices, consents, retention, export, erasure."""

    name = "recruitment.privacy"

    def ready(self):
        from recruitment.core import badges
        from recruitment.privacy import registry
        from recruitment.privacy.states import CONSENT_BADGES

        badges.register("privacy.consent", CONSENT_BADGES)
        registry.discover()
