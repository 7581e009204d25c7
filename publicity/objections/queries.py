"""How the office speaks of objections."""

from django.db import models

from publicity.objections.permissions import may_examine
from publicity.objections.states import Mode, ObjectionState


class ObjectionQuerySet(models.QuerySet):
    """Objections …"""

    def visible_to(self, user):
        """… that the reader may see: supervision only; the person concerned and HR see none of it."""
        return self if may_examine(None, user) else self.none()

    def open(self):
        """… that were not answered."""
        return self.exclude(state=ObjectionState.ANSWERED)

    def in_order(self):
        """… named ones first, then by age (Rules on Reports, art. 25)."""
        named_first = models.Case(models.When(mode=Mode.NAMED, then=0), default=1)
        return self.order_by(named_first, "received_at")
