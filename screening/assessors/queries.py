"""How the office speaks of panels, their members and recusals."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from recruitment.accounts.roles import Role
from screening.assessors.states import PanelKind


def run_by(user, path: str = "position") -> Q:
    """Rows about posts of the reader's departments, except posts that the reader applied for; an empty path is the post itself."""
    start = f"{path}__" if path else ""
    codes = user.department_codes(Role.HR_OFFICER)
    scope = Q() if codes is None else Q(**{f"{start}department__code__in": codes})
    applied_for = apps.get_model("applications", "Application").objects.of_candidate(user).values("position")
    return scope & ~Q(**{f"{start}pk__in": applied_for})


def is_recused(assessor: str, application: str) -> Exists:
    """Whether the row's assessor stepped back from the row's file; both are names of columns."""
    recusals = apps.get_model("assessors", "Recusal").objects
    return Exists(recusals.filter(assessor=OuterRef(assessor), application=OuterRef(application)))


class PanelQuerySet(models.QuerySet):
    """Panels …"""

    def visible_to(self, user):
        """… of the reader's departments."""
        return self.filter(run_by(user))

    def of_kind(self, kind: PanelKind):
        """… that do one thing."""
        return self.filter(kind=kind)

    def for_position(self, position):
        """… of one post."""
        return self.filter(position=position)


class MembershipQuerySet(models.QuerySet):
    """Memberships …"""

    def live(self):
        """… that hold today, of people whose account is open."""
        return self.filter(left_at__isnull=True, assessor__is_active=True)

    def of(self, user):
        """… of one assessor."""
        return self.filter(assessor=user)

    def marking(self, position):
        """… of those who mark the papers of a post."""
        return self.live().filter(panel__position=position, panel__kind=PanelKind.MARKING)


class RecusalQuerySet(models.QuerySet):
    """Recusals …"""

    def visible_to(self, user):
        """… about files of the reader's departments."""
        return self.filter(run_by(user, "application__position"))

    def for_position(self, position):
        """… about files of one post."""
        return self.filter(application__position=position)

    def by_application(self) -> dict[int, set[int]]:
        """Who stepped back from which file."""
        found: dict[int, set[int]] = {}
        for application, assessor in self.values_list("application_id", "assessor_id"):
            found.setdefault(application, set()).add(assessor)
        return found
