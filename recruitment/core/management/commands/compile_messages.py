"""Compile the translations without gettext."""

from django.core.management.base import BaseCommand

from recruitment.core.languages import compile_catalogues


class Command(BaseCommand):
    """Touches only catalogues whose source changed."""

    help = "Compile every locale/*/LC_MESSAGES/*.po that is newer than its .mo."
    requires_system_checks: list[str] = []

    def handle(self, *args, **options):
        for source in compile_catalogues():
            self.stdout.write(str(source))
