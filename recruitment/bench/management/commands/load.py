"""Add many applications quickly, for measurements."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from recruitment.bench import crowd


class Command(BaseCommand):
    """Refuses outside demo mode: nobody wants an invented crowd among real people."""

    help = "Add N invented applications to the posts of the demonstration."

    def add_arguments(self, parser):
        parser.add_argument("number", type=int)

    def handle(self, *args, number, **options):
        if not settings.PORTAL_DEMO:
            raise CommandError("Invented applications are added in demo mode only (PORTAL_DEMO=1).")
        if not 0 < number <= 1_000_000:
            raise CommandError("Give a number between 1 and 1,000,000.")
        try:
            total = crowd.add(number, tell=self.stdout.write)
        except ValueError as reason:
            raise CommandError(str(reason)) from None
        self.stdout.write(f"{total} applications are there now.")
