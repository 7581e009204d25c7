"""The app in Django's list."""

from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    """Letters: outbox, kinds, e-mail, inbox."""

    name = "recruitment.notifications"
