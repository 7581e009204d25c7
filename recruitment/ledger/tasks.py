"""What the ledger does by itself: it signs its head every hour, if anything was added."""

import logging

from celery import shared_task

from recruitment.core.refusals import Refused
from recruitment.ledger.actions import sign_checkpoint

logger = logging.getLogger(__name__)


@shared_task(name="ledger.checkpoint")
def checkpoint() -> int | None:
    """Sign the head; may run twice and signs once. A refusal is told in the log, for trying again would not help."""
    try:
        signed = sign_checkpoint()
    except Refused as refusal:
        logger.error("The ledger was not signed: %s", refusal.sentence)
        return None
    return signed.size if signed else None
