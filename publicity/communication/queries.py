"""How the office speaks of what it tells the public."""

from django.db import models
from django.utils import timezone

from recruitment.accounts.roles import Role


class PublishedQuerySet(models.QuerySet):
    """Questions, stages and items …"""

    def visible_to(self, user):
        """… that the reader may see in the office: publicity officers."""
        return self if user.has_role(Role.PUBLICITY_OFFICER) else self.none()

    def public(self):
        """… that anyone may read."""
        return self.filter(published_at__lte=timezone.now())
