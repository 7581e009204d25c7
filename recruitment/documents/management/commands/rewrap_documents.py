"""After DOCUMENT_KEYS got a new first key: wrap the key of every kept file with it."""

from django.core.management.base import BaseCommand

from recruitment.documents import actions


class Command(BaseCommand):
    """May be broken off and run again; files themselves are not touched."""

    help = "Wrap every file key with the newest of DOCUMENT_KEYS. Then the older keys may be removed."

    def handle(self, *args, **options):
        self.stdout.write(f"{actions.rewrap()} keys wrapped anew.")
