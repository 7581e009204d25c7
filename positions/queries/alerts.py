"""How the office speaks of alerts, saved posts, and what posts ask for."""

import datetime

from django.db import models
from django.utils import timezone

from positions.states import PUBLIC_STATES
from recruitment.core import crypto


class AlertQuerySet(models.QuerySet):
    """Alerts …"""

    def of_address(self, address: str):
        """… of one address, under whichever key it was indexed."""
        return self.filter(address_index__in=crypto.blind_indexes(address.casefold(), purpose="positions.alert.address"))

    def confirmed(self):
        """… whose address its owner has confirmed."""
        return self.filter(confirmed_at__isnull=False)

    def due(self):
        """… that are to be looked at now, who has waited longest first."""
        return self.confirmed().filter(next_at__lte=timezone.now()).order_by("next_at", "pk")

    def unconfirmed_since(self, moment: datetime.datetime):
        """… that were asked for before a moment and never confirmed."""
        return self.filter(confirmed_at__isnull=True, asked_at__lt=moment)


class SavedPositionQuerySet(models.QuerySet):
    """Saved posts …"""

    def visible_to(self, user):
        """… of the reader, as far as the posts are public."""
        return self.filter(person=user, position__state__in=PUBLIC_STATES)

    def posts_of(self, user):
        """The posts themselves, the one saved last first."""
        return self.visible_to(user).values_list("position", flat=True)


class AskedManager(models.Manager):
    """What posts ask for now; a row that a correction withdrew is reached only from what was checked by it."""

    def get_queryset(self):
        return super().get_queryset().filter(withdrawn_at=None)
