"""The app in Django's list."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Tools that know no business noun."""

    name = "recruitment.core"
