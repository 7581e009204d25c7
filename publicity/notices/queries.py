"""How the office speaks of notices."""

from django.db import models
from django.db.models import Count
from django.utils import timezone

from publicity.notices.states import PUBLIC_STATES, NoticeState
from recruitment.accounts.roles import Role


class NoticeQuerySet(models.QuerySet):
    """Notices …"""

    def visible_to(self, user):
        """… that the reader may see in the office: publicity officers all, HR what is public."""
        if user.has_role(Role.PUBLICITY_OFFICER):
            return self
        return self.public() if user.has_role(Role.HR_OFFICER) else self.none()

    def public(self):
        """… that anyone may read."""
        return self.filter(state__in=PUBLIC_STATES)

    def running(self):
        """… whose period is open."""
        return self.filter(state=NoticeState.PUBLISHED)

    def due(self):
        """… whose period is over but which were not concluded."""
        return self.running().filter(ends_at__lte=timezone.now(), is_provisional=False)

    def unfilled(self):
        """… that wait for the worker."""
        return self.filter(filled_at=None)

    def for_list(self):
        """… with what a list shows, the newest first."""
        return self.select_related("department").annotate(number_of_names=Count("entries")).order_by("-published_at", "-pk")
