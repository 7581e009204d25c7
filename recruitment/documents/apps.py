"""The app in Django's list."""

from django.apps import AppConfig
from django.core.checks import register


class DocumentsConfig(AppConfig):
    """Paper in and paper out."""

    name = "recruitment.documents"

    def ready(self) -> None:
        from recruitment.documents import pdf

        register(pdf.check_libraries)
