"""How the office speaks of appointments."""

from django.db import models
from django.db.models import Q

from onboarding.appointments.states import IN_SERVICE
from recruitment.accounts.roles import Role


class AppointmentQuerySet(models.QuerySet):
    """Appointments …"""

    def visible_to(self, user):
        """… that the reader may see: their own, and those of the departments they are HR for."""
        mine = Q(officer=user)
        if user.has_role(Role.HR_OFFICER):
            codes = user.department_codes(Role.HR_OFFICER)
            mine |= Q() if codes is None else Q(application__position__department__code__in=codes)
            if codes is None:
                return self
        return self.filter(mine)

    def in_service(self):
        """… of people who are in service."""
        return self.filter(state__in=IN_SERVICE)

    def for_display(self):
        """… with what every list shows, in one query."""
        return self.select_related("officer", "application__position__department", "application__identity")
