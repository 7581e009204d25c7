"""The compartment's own register; the general one knows nothing of it."""

from recruitment.accounts.models import User
from screening.security.models import Review, Trace


def trace(verb: str, review: Review | None, *, by: User) -> None:
    """Who did or read what, in the transaction in which it was done."""
    Trace.objects.create(review=review, user_id=by.pk, user_label=str(by)[:150], verb=verb)


def read(review: Review, *, by: User) -> None:
    """Leave a trace of every reading."""
    trace("read", review, by=by)


def look_over(*, by: User) -> None:
    """Leave a trace of a look at the list."""
    trace("list", None, by=by)
