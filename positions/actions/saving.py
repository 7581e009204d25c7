"""The verbs of saved posts: save, unsave."""

from django.db import transaction
from django.utils.translation import gettext as _

from positions.models import Position, SavedPosition
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.refusals import Refused

MOST_SAVED = 200


@transaction.atomic
def save(position: Position, *, by: User) -> SavedPosition:
    """Note a public post for the reader; a second time changes nothing."""
    if not position.is_public:
        raise Refused(_("Only public positions can be saved."), subject=position)
    if SavedPosition.objects.filter(person=by).count() >= MOST_SAVED:
        raise Refused(_("You have saved very many positions. Take some off your list first."), subject=position)
    saved, is_new = SavedPosition.objects.get_or_create(person=by, position=position)
    if is_new:
        record("positions.position.save", position, by=by)
    return saved


@transaction.atomic
def unsave(position: Position, *, by: User) -> None:
    """Take it off the reader's list."""
    gone, _rows = SavedPosition.objects.filter(person=by, position=position).delete()
    if gone:
        record("positions.position.unsave", position, by=by)
