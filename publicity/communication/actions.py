"""The verb of public communication: publish, by a second person."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from publicity.communication.models import Item
from publicity.communication.permissions import may_publish
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.caching import purge
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused


def publish(item: Item, *, by: User) -> Item:
    """Pass the secrecy review and publish; whoever wrote it does neither."""
    if not may_publish(item, by):
        raise PermissionDenied
    missing = [
        language
        for language in ("zh_hans", "en", "de", "ja", "ko")
        if not getattr(item, f"title_{language}") or not getattr(item, f"body_{language}")
    ]
    if missing:
        raise Refused(_("The text is missing in: %(languages)s.") % {"languages": ", ".join(missing)}, subject=item)
    with moving(item) as item:
        if item.published_at is None:
            item.reviewed_by, item.published_at = by, timezone.now()
            record("publicity.item.publish", item, by=by)
            transaction.on_commit(purge, robust=True)
    return item
