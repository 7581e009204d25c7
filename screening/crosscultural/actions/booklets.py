"""The verb of a question booklet: seal."""

from hashlib import sha256

from django.utils import timezone

from recruitment.accounts.models import User
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit
from recruitment.ledger.commitments import canonical
from screening.crosscultural.models import Booklet
from screening.crosscultural.queries import content, gaps


def seal(booklet: Booklet, *, by: User) -> Booklet:
    """Fix questions and dimensions: their hash stands in the ledger from now on, and nothing in them changes."""
    with moving(booklet) as booklet:
        missing = gaps(booklet)
        if missing:
            raise Refused(" ".join(missing), subject=booklet)
        booklet.seal(by=by)
        booklet.digest, booklet.sealed_at = sha256(canonical(content(booklet))).hexdigest(), timezone.now()
        commit("booklet", str(booklet.uuid), {"digest": booklet.digest}, by=by)
    return booklet
