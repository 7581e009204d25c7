"""How the office speaks of applications."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.utils import timezone

from positions.models import Competency
from positions.queries import DEPARTMENT_HEAVY, HEAVY, HEAVY_PLAIN
from positions.states import PositionState, Stage
from recruitment.accounts.roles import Role
from screening.applications.states import LIVE, State

LANGUAGES = [code.replace("-", "_") for code, _name in settings.LANGUAGES]
# Long texts that no list shows.
UNSEEN = [
    *(f"position__{name}" for name in (*HEAVY, *HEAVY_PLAIN)),
    *(f"position__{name}_{code}" for name in ("summary", *HEAVY) for code in LANGUAGES),
    *(f"position__department__{name}_{code}" for name in DEPARTMENT_HEAVY for code in LANGUAGES),
]
# What a candidate's pages show of a post; its long texts in five languages stay where they are.
OF_THE_POST = (
    *("position__reference", "position__state", "position__opens_at", "position__closes_at", "position__test_on", "position__interview_on"),
    *(f"position__title_{code}" for code in LANGUAGES),
    *(f"position__department__name_{code}" for code in LANGUAGES),
    "position__department__code",
    "position__round_id",
    "position__competency_model_id",
)
# Judged on what is written; what only an interview shows is not asked for on paper.
ON_PAPER = (Stage.QUALIFICATION, Stage.COMPETENCE)


def competencies_asked(position) -> list[tuple[str, str, str]]:
    """(key, name, description) of every competency for which evidence is asked in the form."""
    asked = Competency.objects.filter(model=position.competency_model_id, stage__in=ON_PAPER)
    return [(key, name or key, description or "") for key, name, description in asked.values_list("key", "name", "description")]


class ApplicationQuerySet(models.QuerySet):
    """Applications …"""

    def visible_to(self, user):
        """… that the reader may see: candidates their own, officers those of their departments past the draft."""
        own = Q(candidate=user)
        for role in (Role.HR_OFFICER, Role.QUALIFICATION_OFFICER):
            if user.has_role(role):
                codes = user.department_codes(role)
                scope = Q() if codes is None else Q(position__department__code__in=codes)
                own |= scope & ~Q(state=State.DRAFT)
        return self.filter(own)

    def of_candidate(self, user):
        """… that are the reader's own."""
        return self.filter(candidate=user)

    def in_office(self):
        """… that were handed in."""
        return self.exclude(state=State.DRAFT)

    def live(self):
        """… that have not ended."""
        return self.filter(state__in=LIVE)

    def assigned_to(self, user):
        """… in this officer's queue."""
        return self.filter(officer=user)

    def for_position(self, position):
        """… for one post."""
        return self.filter(position=position)

    def overdue(self):
        """… whose day passed in the candidate's hands: drafts of posts that are closed, corrections not handed in."""
        closed = Q(position__closes_at__lte=timezone.now()) | Q(position__state=PositionState.CLOSED)
        return self.filter(Q(closed, state=State.DRAFT) | Q(state=State.RETURNED, correction_due_on__lt=timezone.localdate()))

    def for_candidate(self):
        """… with what the candidate's own pages show."""
        own = [field.name for field in self.model._meta.concrete_fields]
        of_identity = [f"identity__{field.name}" for field in self.model._meta.get_field("identity").related_model._meta.concrete_fields]
        return self.select_related("position__department", "identity").only(*own, *of_identity, *OF_THE_POST)

    def for_display(self):
        """… with what every list shows, in one query."""
        return self.select_related("position__department", "candidate", "officer", "identity")

    def to_copy_for(self, application):
        """… of the same person from which answers can be taken over, the newest first."""
        mine = self.filter(candidate=application.candidate_id, identity__isnull=False).exclude(pk=application.pk)
        return mine.select_related("position").order_by("-pk")

    def counted_by_state(self) -> dict[str, int]:
        """How many there are in each state."""
        return dict(self.order_by().values_list("state").annotate(number=Count("pk")))


class AttachmentQuerySet(models.QuerySet):
    """Attachments …"""

    def standing(self):
        """… that the candidate has not replaced or taken back."""
        return self.filter(removed_at__isnull=True)


class RefereeQuerySet(models.QuerySet):
    """Referees …"""

    def visible_to(self, user):
        """… that the office may read about: officers of the post's department, of files that were handed in; never the candidate."""
        mine = Q(pk__in=[])
        for role in (Role.HR_OFFICER, Role.QUALIFICATION_OFFICER):
            if user.has_role(role):
                codes = user.department_codes(role)
                mine |= ~Q(pk=None) if codes is None else Q(application__position__department__code__in=codes)
        return self.filter(mine).exclude(application__candidate=user).exclude(application__state=State.DRAFT)

    def standing(self):
        """… that the candidate has not withdrawn."""
        return self.filter(withdrawn_at=None)

    def unanswered(self):
        """… who have not spoken yet."""
        return self.standing().filter(answered_at=None, declined_at=None)

    def to_remind(self, days: int):
        """… whose link ends within so many days and who were not reminded yet."""
        now = timezone.now()
        return self.unanswered().filter(reminded_at=None, expires_at__gt=now, expires_at__lte=now + datetime.timedelta(days=days))
