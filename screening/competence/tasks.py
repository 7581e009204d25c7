"""What the clock does with papers and sittings; each may run twice and does its work once."""

import logging

from celery import shared_task
from django_fsm import TransitionNotAllowed

from recruitment.accounts.models import User
from recruitment.core.refusals import Refused
from screening.competence import actions
from screening.competence.models import Paper, Sitting

log = logging.getLogger(__name__)

MOST = 500


@shared_task(name="competence.close_due", expires=60)
def close_due() -> None:
    """Hand in what ran out of time, note who did not come, and close papers that are over. Opening is for two people, never for a clock."""
    robot = User.objects.robot()
    for rows, verb in (
        (Sitting.objects.overdue(), actions.expire),
        (Sitting.objects.missed(), actions.miss),
        (Paper.objects.due_to_close(), actions.close),
    ):
        for row in rows.order_by("pk")[:MOST]:
            _do(verb, row, robot)


def _do(verb, row, robot) -> None:
    """One row's trouble is not the others'."""
    try:
        verb(row, by=robot)
    except TransitionNotAllowed:
        return
    except Refused as refusal:
        log.error("%s %s: %s", row._meta.label, row.pk, refusal.sentence)
