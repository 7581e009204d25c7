"""How the office speaks of pairings and sessions."""

from django.db import models
from django.db.models import Count, Max, Q

from recruitment.accounts.roles import Role


class PairingQuerySet(models.QuerySet):
    """Pairings …"""

    def visible_to(self, user):
        """… of the reader, as mentor or as officer."""
        return self.filter(Q(mentor=user) | Q(appointment__officer=user))

    def in_office_of(self, user):
        """… that HR may count: who with whom, since when, how many sessions; nothing that was said."""
        codes = user.department_codes(Role.HR_OFFICER)
        return self if codes is None else self.filter(appointment__application__position__department__code__in=codes)

    def live(self):
        """… that last."""
        return self.filter(until=None)

    def for_list(self):
        """… with the number of sessions and the day of the last one."""
        rows = self.select_related("mentor", "appointment__officer", "appointment__application__position")
        return rows.annotate(sessions_held=Count("sessions"), last_held_on=Max("sessions__held_on")).order_by("until", "-since")


class SessionQuerySet(models.QuerySet):
    """Sessions …"""

    def visible_to(self, user):
        """… of the two people of the pairing, and of nobody else."""
        return self.filter(Q(pairing__mentor=user) | Q(pairing__appointment__officer=user))
