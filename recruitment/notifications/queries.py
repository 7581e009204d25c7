"""How the office speaks of letters."""

from django.db import models
from django.utils import timezone

from recruitment.notifications.states import LetterState


class LetterQuerySet(models.QuerySet):
    """Letters …"""

    def visible_to(self, user):
        """… to the reader."""
        return self.filter(recipient=user)

    def due(self):
        """… that wait and whose time has come."""
        return self.filter(state=LetterState.QUEUED, next_try_at__lte=timezone.now())

    def about(self, subject):
        """… that tell of one subject."""
        return self.filter(about_label=subject._meta.label, about_id=str(subject.pk))
