"""How work is handed to the workers: after the commit, and again by the sweep when the broker was away."""

import datetime
import logging
from uuid import UUID

from celery import current_app
from django.db import connection, transaction
from kombu.exceptions import OperationalError

log = logging.getLogger(__name__)

# The message on commit is given this long before the sweep sends another one.
FIRST_SWEEP = datetime.timedelta(seconds=60)
MOST_TRIES = 4


def queue(task: str, uuid: UUID) -> None:
    """Send the task once the row is committed."""
    transaction.on_commit(lambda: _send(task, uuid), robust=True)


def _send(task: str, uuid: UUID) -> None:
    try:
        current_app.send_task(task, [str(uuid)])
    except OperationalError:
        log.warning("The broker is not reachable; %s of %s waits for the sweep.", task, uuid)


def back_off(tries: int) -> datetime.timedelta:
    """Half a minute, then twice as long each time, at most an hour."""
    return min(datetime.timedelta(seconds=30 * 2 ** max(tries - 1, 0)), datetime.timedelta(hours=1))


def stay(minutes: int) -> None:
    """Let this transaction wait for a child process longer than a request may; the row lock ends with its worker."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('idle_in_transaction_session_timeout', %s, true)", [f"{minutes}min"])
