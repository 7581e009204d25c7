"""How the office speaks of merit lists, and who stands in them."""

from django.db import models
from django.utils.translation import gettext as _

from screening.applications.models import Application
from screening.applications.states import Gate, GateResult, State
from screening.assessors.queries import run_by
from screening.merit.states import ListState
from screening.qualification.models import Check

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
