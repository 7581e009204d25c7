"""How the office speaks of applications."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Max, Q
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from positions.models import Competency
from positions.queries import DEPARTMENT_HEAVY, HEAVY, HEAVY_PLAIN
from positions.states import PositionState, Stage
from recruitment.accounts.roles import Role
from screening.applications.states import LIVE, UNSEEN_BY_OFFICE, State
from screening.applications.states.following import CLOCKS, LateDecision

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
    *(f"position__round__{stage}_days" for stage in ("qualification", "competence", "crosscultural", "merit", "security", "offer")),
    "position__round__notice_working_days",
)
# What the pages of the form show of a file; whatever else they need they ask for.
OF_THE_FORM = (
    *("uuid", "state", "reference", "candidate", "language", "late_until", "correction_due_on"),
    *("position__reference", "position__state", "position__opens_at", "position__closes_at", "position__competency_model"),
    *(f"position__title_{code}" for code in LANGUAGES),
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
                own |= scope & ~Q(state__in=UNSEEN_BY_OFFICE)
        return self.filter(own)

    def of_candidate(self, user):
        """… that are the reader's own."""
        return self.filter(candidate=user)

    def in_office(self):
        """… that were handed in, and are not being changed by their candidates."""
        return self.exclude(state__in=UNSEEN_BY_OFFICE)

    def live(self):
        """… that have not ended."""
        return self.filter(state__in=LIVE)

    def assigned_to(self, user):
        """… in this officer's queue."""
        return self.filter(officer=user)

    def for_position(self, position):
        """… for one post."""
        return self.filter(position=position)

    def overdue(self, window_closed_before):
        """… whose day passed in the candidate's hands: drafts of posts that are closed, corrections not handed in.

        After a deadline one may still ask for a late submission; `window_closed_before` is the instant before which a
        deadline must lie so that its window is over.
        """
        early = Q(position__state=PositionState.CLOSED, position__closes_at__gt=timezone.now())
        closed = early | Q(position__closes_at__lt=window_closed_before)
        own = Q(late_until=None) | Q(late_until__lte=timezone.now())
        drafts = Q(closed & own, state=State.DRAFT) & ~Q(late_request__decision=LateDecision.OPEN)
        return self.filter(drafts | Q(state=State.RETURNED, correction_due_on__lt=timezone.localdate()))

    def unfinished(self):
        """… that their candidates opened for changes and did not hand in again before the deadline."""
        over = Q(position__closes_at__lte=timezone.now()) | Q(position__state=PositionState.CLOSED)
        return self.filter(over & (Q(late_until=None) | Q(late_until__lte=timezone.now())), state=State.REOPENED)

    def with_running_clock(self):
        """… for which a stage has promised a day, the longest waiting first."""
        return self.filter(state__in=CLOCKS).order_by("moved_at")

    def purgeable(self, *, kept: int, idle: int, early: datetime.timedelta):
        """… never handed in or withdrawn, and kept as long as the policy says (days); `early` looks so much ahead."""
        now = timezone.now() + early
        ended = Q(state=State.WITHDRAWN) | Q(state=State.LAPSED, reference=None)
        # A draft that somebody is writing on is not idle; neither is one whose deadline still comes and that was saved lately.
        rows = self.annotate(touched_at=Greatest("created_at", Coalesce(Max("progress__saved_at"), "created_at")))
        sleeping = Q(state=State.DRAFT, touched_at__lt=now - datetime.timedelta(days=idle))
        return rows.filter(Q(ended, ended_at__lt=now - datetime.timedelta(days=kept)) | sleeping, purged_at=None)

    def warned_before(self, instant):
        """… whose deletion was announced before, and that were not touched since."""
        return self.filter(purge_warned_at__lte=instant).exclude(state=State.DRAFT, touched_at__gt=F("purge_warned_at"))

    def for_candidate(self):
        """… with what the candidate's own pages show."""
        own = [field.name for field in self.model._meta.concrete_fields]
        of_identity = [f"identity__{field.name}" for field in self.model._meta.get_field("identity").related_model._meta.concrete_fields]
        rows = self.select_related("position__department", "position__round", "identity")
        return rows.only(*own, *of_identity, *OF_THE_POST)

    def for_form(self):
        """… with what the pages of the form show, which are opened and saved again and again."""
        return self.select_related("position").only(*OF_THE_FORM)

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


class LateRequestQuerySet(models.QuerySet):
    """Requests to hand in late …"""

    def visible_to(self, user):
        """… that the reader decides on: HR officers those of their departments, never their own."""
        codes = user.department_codes(Role.HR_OFFICER)
        scope = Q() if codes is None else Q(application__position__department__code__in=codes)
        return self.filter(scope).exclude(application__candidate=user)

    def approved_by_position(self):
        """Post and how many were approved: whoever compares the posts sees whether all are treated alike."""
        rows = self.filter(decision=LateDecision.APPROVED).order_by()
        return rows.values_list("application__position").annotate(number=Count("pk"))


class AdjustmentQuerySet(models.QuerySet):
    """Requests for adjustments …"""

    def visible_to(self, user):
        """… that the reader arranges: HR officers those of their departments once handed in, never their own."""
        codes = user.department_codes(Role.HR_OFFICER)
        scope = Q() if codes is None else Q(application__position__department__code__in=codes)
        return self.filter(scope).exclude(application__candidate=user).exclude(application__state__in=UNSEEN_BY_OFFICE)
