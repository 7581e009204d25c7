"""How the office speaks of requests."""

from django.db import models
from django.utils import timezone

from recruitment.accounts.roles import Role
from screening.rights.states import Decision


class RequestQuerySet(models.QuerySet):
    """Requests …"""

    def of(self, person):
        """… that somebody made."""
        return self.filter(person=person)

    def visible_to(self, user):
        """… that the reader may see: their own, and those of others for who answers them."""
        return self if user.has_role(Role.SECURITY_ADMINISTRATOR) else self.of(user)

    def open(self):
        """… that wait for an answer, the nearest day first."""
        return self.filter(decision=Decision.OPEN).order_by("due_on", "pk")

    def overdue(self):
        """… whose day has passed."""
        return self.open().filter(due_on__lt=timezone.localdate())
