"""What every verb of an application shares: the lock, the stamp of the step, the letter."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone

from recruitment.core.moving import moving
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications.models import Application
from screening.applications.states import ENDED


@contextmanager
def stepping(application: Application) -> Iterator[Application]:
    """Lock the file, let it move, and stamp when it did (and when it ended): the deadline is judged by the instant that is stamped."""
    with moving(application) as locked:
        locked.stepped_at = timezone.now()
        yield locked
        locked.moved_at, locked.stepped_at = locked.stepped_at, None
        if locked.state in ENDED and locked.ended_at is None:
            locked.ended_at = locked.moved_at


def tell(application: Application, kind: Kind, **context) -> None:
    """Write to the candidate."""
    notify(application.candidate, kind, about=application, **context)
