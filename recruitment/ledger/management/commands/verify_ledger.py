"""Read the whole ledger again: leaves, openings, checkpoints, their signatures and those of the witnesses."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from recruitment.ledger.models import Leaf
from recruitment.ledger.verification import erased, findings, kept_findings


class Command(BaseCommand):
    """Exits with 1 and names everything that does not fit."""

    help = "Verify the ledger from its first leaf to its newest checkpoint, and against checkpoints that were kept outside."

    def add_arguments(self, parser):
        parser.add_argument("--kept", nargs="*", default=[], metavar="CHECKPOINT.json", help="Checkpoints that were saved earlier.")

    def handle(self, *args, kept, **options):
        found = list(findings())
        for path in kept:
            found += kept_findings(self.read(path))
        for finding in found:
            self.stderr.write(finding)
        if found:
            raise CommandError(f"The ledger does not fit in {len(found)} places.")
        self.stdout.write(f"{Leaf.objects.count()} leaves, {erased()} of them erased for reading; the ledger is whole.")

    def read(self, path: str) -> dict:
        try:
            document = json.loads(Path(path).read_text(encoding="utf-8"))
            return {"size": int(document["size"]), "root": str(document["root"])}
        except (OSError, ValueError, KeyError, TypeError) as fault:
            raise CommandError(f"{path} is not a checkpoint: {fault}") from None
