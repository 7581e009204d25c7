"""The app in Django's list."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Pages that look across the stages: the candidate's file, the officer's board, queue and dossier."""

    name = "screening.desk"
