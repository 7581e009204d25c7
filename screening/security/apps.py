"""The app in Django's list."""

from django.apps import AppConfig


class SecurityConfig(AppConfig):
    """S4: the compartment."""

    name = "screening.security"
