"""How the office speaks of checks."""

from django.db import models

from screening.applications.models import Application
from screening.qualification.states import CheckResult


class CheckQuerySet(models.QuerySet):
    """Checks …"""

    def visible_to(self, user):
        """… of files that the reader may see as an officer."""
        return self.filter(application__in=Application.objects.visible_to(user).exclude(candidate=user))

    def of(self, application):
        """… of one file, in their order, with their evidence."""
        return self.filter(application=application).select_related("evidence__document", "officer", "rule").order_by("order")

    def unmet(self):
        """… that are not met."""
        return self.exclude(result=CheckResult.MET)
