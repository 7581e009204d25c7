"""Read the whole ledger again: leaves, openings, checkpoints and their signatures."""

from django.core.management.base import BaseCommand, CommandError

from recruitment.ledger.models import Leaf
from recruitment.ledger.verification import findings


class Command(BaseCommand):
    """Exits with 1 and names everything that does not fit."""

    help = "Verify the ledger from its first leaf to its newest checkpoint."

    def handle(self, *args, **options):
        found = list(findings())
        for finding in found:
            self.stderr.write(finding)
        if found:
            raise CommandError(f"The ledger does not fit in {len(found)} places.")
        self.stdout.write(f"{Leaf.objects.count()} leaves, the ledger is whole.")
