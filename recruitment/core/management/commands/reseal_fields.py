"""After FIELD_KEYS or COMPARTMENT_KEYS got a new first key: seal every encrypted column with it."""

from django.core.management.base import BaseCommand

from recruitment.core.resealing import reseal


class Command(BaseCommand):
    """May be broken off and run again."""

    help = "Seal every encrypted column with the newest of FIELD_KEYS, the compartment's with the newest of COMPARTMENT_KEYS. Then the older keys may be removed."

    def handle(self, *args, **options):
        self.stdout.write(f"{reseal()} rows sealed anew.")
