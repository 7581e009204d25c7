"""The app in Django's list."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, roles, departments' scope, two factors."""

    name = "recruitment.accounts"
