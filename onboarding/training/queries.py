"""How the office speaks of courses and enrolments."""

from django.db import models
from django.db.models import Q

from recruitment.accounts.roles import Role


class EnrolmentQuerySet(models.QuerySet):
    """Enrolments …"""

    def visible_to(self, user):
        """… that the reader may see: their own, and those of the departments they are HR for."""
        if user.has_role(Role.HR_OFFICER):
            codes = user.department_codes(Role.HR_OFFICER)
            return (
                self
                if codes is None
                else self.filter(Q(appointment__officer=user) | Q(appointment__application__position__department__code__in=codes))
            )
        return self.filter(appointment__officer=user)

    def completed(self):
        """… that were completed."""
        return self.filter(completed_on__isnull=False)
