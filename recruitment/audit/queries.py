"""How the office speaks of entries."""

from django.db import models

from recruitment.accounts.roles import Role


class EntryQuerySet(models.QuerySet):
    """Entries …"""

    def visible_to(self, user):
        """… that the reader may see: the audit administrator sees the register, nobody else."""
        return self if user.has_role(Role.AUDIT_ADMINISTRATOR) else self.none()

    def about(self, subject):
        """… that tell of one subject, the oldest first."""
        return self.filter(subject_label=subject._meta.label, subject_id=str(subject.pk)).order_by("pk")
