"""Check the audit register's chain from its first entry to its last."""

from django.core.management.base import BaseCommand, CommandError

from recruitment.audit.actions import verify


class Command(BaseCommand):
    """Exits with 1 and names the first bad entry when something was changed."""

    help = "Verify the hash chain of the audit register."

    def handle(self, *args, **options):
        count, bad = verify()
        if bad is not None:
            raise CommandError(f"Entry {bad} does not fit the chain (the {count}th of the register).")
        self.stdout.write(f"{count} entries, the chain is whole.")
