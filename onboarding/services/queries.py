"""How the office speaks of service requests."""

from django.db import models
from django.db.models import Q

from onboarding.services.states import CaseState
from recruitment.accounts.roles import Role


class CaseQuerySet(models.QuerySet):
    """Service requests …"""

    def visible_to(self, user):
        """… that the reader may see: their own, or all for a specialist."""
        return self if user.has_role(Role.SERVICE_SPECIALIST) else self.filter(appointment__officer=user)

    def open(self):
        """… that are not closed."""
        return self.exclude(state=CaseState.CLOSED)

    def waiting_for(self, specialist):
        """… that are theirs or nobody's, the most urgent first."""
        return self.open().filter(Q(specialist=specialist) | Q(specialist=None)).order_by("due_on", "pk")

    def for_list(self):
        """… with what a list shows."""
        return self.select_related("kind", "appointment__officer", "appointment__application", "specialist")
