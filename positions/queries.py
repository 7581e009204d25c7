"""How the office speaks of rounds and positions."""

from django.db import models


class RoundQuerySet(models.QuerySet):
    """Rounds …"""

    def open(self):
        """… whose rules are not fixed yet."""
        return self.filter(frozen_at__isnull=True)


class PositionQuerySet(models.QuerySet):
    """Positions …"""
