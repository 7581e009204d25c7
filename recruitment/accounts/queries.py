"""How the office speaks of people."""

from django.contrib.auth.base_user import BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone

from recruitment.accounts.roles import EVERYWHERE

ROBOT_EMAIL = "robot@portal.invalid"
# What stands in the place of an address that is free again.
EMPTIED = "closed-%d@portal.invalid"


class UserQuerySet(models.QuerySet):
    """Users …"""

    def with_role(self, role, department_code: str | None = None):
        """… who hold the role today, for the department if one is named."""
        grants = Q(assignments__role=role, assignments__since__lte=timezone.now())
        grants &= Q(assignments__until__isnull=True) | Q(assignments__until__gt=timezone.now())
        if department_code is not None:
            grants &= Q(assignments__department_code__in=[department_code, EVERYWHERE])
        return self.filter(grants, is_active=True).distinct()

    def closed(self):
        """… who closed their account and whose name and address are still kept."""
        return self.filter(closed_at__isnull=False).exclude(email__startswith="closed-", email__endswith="@portal.invalid")

    def visible_to(self, user):
        """… whom the reader may see in the admin: administrators see accounts, everybody else only themselves."""
        if user.is_administrator:
            return self.exclude(email=ROBOT_EMAIL)
        return self.filter(pk=user.pk)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Makes accounts; the e-mail address is the name one signs in with."""

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)

    def create_user(self, email: str, password: str | None = None, **fields):
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields):
        """Django's command needs it; a superuser has no content rights in the portal."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def robot(self):
        """The system account in whose name beat and worker act."""
        return self.get(email=ROBOT_EMAIL)
