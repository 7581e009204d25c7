"""Load the demonstration into an empty portal."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from positions.models import Department
from recruitment.demo.programme import Programme


class Command(BaseCommand):
    """Refuses outside demo mode; where a programme is loaded already it changes nothing."""

    help = "Load five departments, five posts, 64 candidates in every state, notices and officers in service."

    def handle(self, *args, **options):
        if not settings.PORTAL_DEMO:
            raise CommandError("The demonstration is loaded in demo mode only (PORTAL_DEMO=1).")
        if Department.objects.exists():
            self.stdout.write("A programme is loaded already; nothing was changed.")
            return
        Programme(self.stdout.write).load()
        self.stdout.write("The demonstration is loaded.")
