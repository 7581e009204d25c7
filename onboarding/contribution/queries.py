"""How the office speaks of indicators and measurements."""

from django.db import models
from django.db.models import Q

from recruitment.accounts.roles import Role


class MeasurementQuerySet(models.QuerySet):
    """Measurements …"""

    def visible_to(self, user):
        """… that the reader may see in the office."""
        return self if user.has_role(Role.HR_OFFICER, Role.PUBLICITY_OFFICER) else self.none()

    def public(self):
        """… that were signed; what rests on fewer people than may be shown stays inside."""
        return self.filter(signed_at__isnull=False, is_suppressed=False)

    def for_list(self):
        """… with what they measure, the newest period first."""
        return (
            self.filter(Q(indicator__isnull=False))
            .select_related("indicator", "registered_by", "signed_by")
            .order_by("indicator__code", "-period_until")
        )
