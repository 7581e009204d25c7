"""The app in Django's list; its receivers guard every transition and write every footprint."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """What happened: append-only, chained."""

    name = "recruitment.audit"

    def ready(self):
        from recruitment.audit import guard

        guard.connect()
