"""The app in Django's list."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """What anyone can verify: Merkle log, signed checkpoints, receipts."""

    name = "recruitment.ledger"
