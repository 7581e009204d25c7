"""How the office speaks of merit lists, and who stands in them."""

from decimal import Decimal

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from screening.applications.models import Application
from screening.applications.states import Gate, GateResult, State
from screening.assessors.models import QUORUM, Membership
from screening.assessors.queries import run_by
from screening.crosscultural.models import Interview
from screening.crosscultural.states import InterviewState
from screening.merit.states import ListState
from screening.qualification.models import Check
from screening.stages.queries import is_ready_for_ranking

# In these states a place is taken.
HOLDING = (State.NOMINATED, State.CLEARED, State.ANNOUNCED, State.DEFERRED, State.CONFIRMED, State.OFFERED, State.APPOINTED)


class MeritListQuerySet(models.QuerySet):
    """Merit lists …"""

    def visible_to(self, user):
        """… of posts of the reader's departments."""
        return self.filter(run_by(user))

    def standing(self):
        """… that were not sent back."""
        return self.exclude(state=ListState.DISCARDED)

    def with_lapsed_reserve(self):
        """… whose reserve list is no longer valid."""
        return self.filter(state=ListState.CLOSED, reserve_until__lt=timezone.localdate())


class QualityReportQuerySet(models.QuerySet):
    """Quality reports …"""

    def visible_to(self, user):
        """… of posts of the reader's departments."""
        return self.filter(run_by(user))

    def newest(self, position, gate: str):
        """The report that counts, or None."""
        return self.filter(position=position, gate=gate).first()


class ShortlistQuerySet(models.QuerySet):
    """Interview lists …"""

    def visible_to(self, user):
        """… of posts of the reader's departments."""
        return self.filter(run_by(user))


def tested(position):
    """Those among whom the interview list is made: they passed the competence test and are at no later stage."""
    return Application.objects.for_position(position).filter(state=State.TESTED).order_by("-competence_score", "candidate_code")


def hindrance(position) -> str:
    """The sentence that says why the interview list cannot be made yet; empty when it can."""
    if hasattr(position, "shortlist"):
        return _("This post already has an interview list.")
    waiting = Application.objects.for_position(position).filter(
        state__in=[State.SUBMITTED, State.REOPENED, State.RETURNED, State.QUALIFIED]
    )
    if waiting.exclude(qualification_gate=GateResult.NOT_PASSED).exclude(competence_gate=GateResult.NOT_PASSED).exists():
        return _("Some candidates for this post are still being checked or tested. The list is made of all of them together.")
    if Interview.objects.filter(application__position=position).exists():
        return _("Candidates for this post have already been invited to interviews.")
    return "" if tested(position).exists() else _("Nobody has passed the competence test for this post yet.")


def beside(application) -> list[Decimal]:
    """Interview scores that the panel of an only candidate gave to others in the round: every panel of which a quorum is the same people."""
    own = Membership.objects.filter(panel__slots__bookings__interview__application=application, panel__slots__bookings__released_at=None)
    panels = (
        Membership.objects.filter(assessor__in=own.values("assessor"), panel__position__round=application.position.round_id)
        .order_by()
        .values("panel")
        .annotate(same=models.Count("assessor", distinct=True))
        .filter(same__gte=QUORUM)
        .values("panel")
    )
    others = Interview.objects.filter(state=InterviewState.CONCLUDED, bookings__released_at=None, bookings__slot__panel__in=panels)
    return list(others.exclude(application=application).values_list("score", flat=True))


def candidates(position):
    """Those who are ranked: every file of the post that passed test and interview."""
    return Application.objects.for_position(position).filter(state=State.ASSESSED).order_by("candidate_code")


def unfinished(position):
    """Files of the post that are still on their way to the ranking; one whose gate is not passed is not."""
    return (
        Application.objects.for_position(position)
        .filter(state__in=[State.SUBMITTED, State.REOPENED, State.RETURNED, State.QUALIFIED, State.TESTED])
        .exclude(**{f"{Gate.QUALIFICATION}_gate": GateResult.NOT_PASSED})
        .exclude(**{f"{Gate.COMPETENCE}_gate": GateResult.NOT_PASSED})
        .exclude(**{f"{Gate.CROSSCULTURAL}_gate": GateResult.NOT_PASSED})
    )


def obstacle(position) -> str:
    """The sentence that says why the post cannot be ranked yet; empty when it can."""
    if position.merit_lists.standing().exists():
        return _("This post already has a merit list.")
    if unfinished(position).exists():
        return _("Some candidates for this post are still being checked, tested or interviewed. Rank them all together.")
    if not candidates(position).exists():
        return _("Nobody has passed test and interview for this post yet.")
    if not is_ready_for_ranking(position):
        return _(
            "Close the stages of qualification check, competence test and cross-cultural assessment first, each with its quality report."
        )
    return ""


def vacancies(merit_list) -> int:
    """How many places of the post nobody holds."""
    held = Application.objects.for_position(merit_list.position).filter(state__in=HOLDING).count()
    return merit_list.headcount - held


def next_reserve(merit_list):
    """The first on the reserve list who is still there."""
    reserved = Application.objects.filter(merit_lines__merit_list=merit_list, state=State.RESERVED, publication_withdrawn_at=None)
    # Who still has a proof to give cannot be nominated (domain 2.1.1).
    reserved = reserved.exclude(pk__in=Check.objects.standing().unmet().values("application"))
    return reserved.order_by("merit_lines__rank").first()
