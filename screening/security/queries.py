"""How the compartment speaks; no row is shown without membership."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from recruitment.accounts.roles import Role


class MembershipQuerySet(models.QuerySet):
    """Memberships …"""

    def in_force(self):
        """… that hold at this moment."""
        now = timezone.now()
        return self.filter(Q(until=None) | Q(until__gt=now), since__lte=now)

    def visible_to(self, user):
        """… that the reader may see: the security administrator names members, nobody else sees who they are."""
        return self if user.has_role(Role.SECURITY_ADMINISTRATOR) else self.none()


class ReviewQuerySet(models.QuerySet):
    """Reviews …"""

    def visible_to(self, user):
        """… that the reader may see: all for a member, none for everybody else, superusers included."""
        return self if self.model.is_open_to(user) else self.none()

    def uncarried(self):
        """… whose conclusion has not reached the file yet."""
        return self.filter(state="decided", carried_at=None)
