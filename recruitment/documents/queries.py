"""How the office speaks of paper."""

from django.db import models
from django.db.models import Sum
from django.utils import timezone

from recruitment.core import crypto
from recruitment.documents.states import WAITING, DocumentState, IssuedState


class PaperQuerySet(models.QuerySet):
    """Papers …"""

    def visible_to(self, user):
        """… that are the reader's own; those of others are reached through the file they belong to."""
        return self.filter(owner=user, erased_at__isnull=True)

    def kept(self):
        """… that are not erased."""
        return self.filter(erased_at__isnull=True)

    def under_old_keys(self, keys):
        """… whose file key is wrapped by another than the newest key."""
        return self.filter(wrapped_key__isnull=False).exclude(key_id=crypto.newest(keys))

    def locked(self):
        """… that nobody else is working on, locked until the transaction ends."""
        return self.select_for_update(of=("self",), no_key=True, skip_locked=True)

    def due(self):
        """… whose time to be tried again has come."""
        return self.waiting().filter(next_try_at__lte=timezone.now()).order_by("next_try_at")


class DocumentQuerySet(PaperQuerySet):
    """Documents …"""

    def waiting(self):
        """… that no scanner has passed or failed yet."""
        return self.filter(state__in=WAITING, erased_at__isnull=True)

    def accepted(self):
        """… that may be shown."""
        return self.filter(state=DocumentState.ACCEPTED, erased_at__isnull=True)

    def quarantined(self):
        """… in which something harmful was found."""
        return self.filter(state=DocumentState.QUARANTINED)

    def taken_by(self, owner) -> int:
        """Bytes that the files of one person take up."""
        return self.kept().filter(owner=owner).aggregate(total=Sum("size"))["total"] or 0


class IssuedQuerySet(PaperQuerySet):
    """Issued documents …"""

    def waiting(self):
        """… that are not pressed yet."""
        return self.filter(state=IssuedState.QUEUED, erased_at__isnull=True)

    def pressed(self):
        """… that can be handed out."""
        return self.filter(state=IssuedState.PRESSED, erased_at__isnull=True)

    def failed(self):
        """… that the press gave up."""
        return self.filter(state=IssuedState.FAILED)

    def about(self, row):
        """… about one row of the floors above, the newest first."""
        return self.filter(about_label=row._meta.label, about_reference=reference_of(row)).order_by("-pk")

    def with_digest(self, sha256: str):
        """… whose file has this SHA-256, for whoever checks a copy."""
        return self.pressed().filter(sha256=sha256.lower())


def reference_of(row: models.Model) -> str:
    """The public number of a row, or its key where it has none."""
    return str(getattr(row, "reference", None) or row.pk)
