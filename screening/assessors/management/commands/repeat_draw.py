"""Repeat a draw, or every draw that is revealed."""

from django.core.management.base import BaseCommand, CommandError

from screening.assessors import lottery
from screening.assessors.models import Draw


class Command(BaseCommand):
    """Says for each draw whether seed, inputs and result fit; fails if one does not."""

    help = "Repeat revealed draws by lot from their seeds; with a UUID only that one."

    def add_arguments(self, parser):
        parser.add_argument("uuid", nargs="?", help="the draw's UUID, as in the address of its page")

    def handle(self, *args, uuid=None, **options):
        draws = Draw.objects.revealed().select_related("position")
        chosen = draws.filter(uuid=uuid) if uuid else draws
        if uuid and not chosen.exists():
            raise CommandError("There is no revealed draw with this UUID.")
        bad = 0
        for draw in chosen:
            faults = lottery.faults(draw.published)
            bad += bool(faults)
            self.stdout.write(f"{draw.reference} {draw.uuid}: {' '.join(faults) or 'can be repeated'}")
        if bad:
            raise CommandError(f"{bad} cannot be repeated.")
