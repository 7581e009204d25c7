"""How the office speaks of appointments."""

from django.db import models
from django.db.models import Q

from onboarding.appointments.states import IN_SERVICE
from recruitment.accounts.roles import Role
from screening.applications.models import Application
from screening.applications.states import State


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


def to_be_offered(user):
    """Files that are confirmed, of the departments for which the reader is HR, never their own; the oldest first."""
    rows = Application.objects.visible_to(user).filter(state=State.CONFIRMED).exclude(candidate=user)
    codes = user.department_codes(Role.HR_OFFICER)
    scoped = rows if codes is None else rows.filter(position__department__code__in=codes)
    return scoped.order_by("moved_at", "pk")
