"""A person who has declared everything, and members who have looked at everything."""

import datetime

from django.utils import timezone

from positions.conditions.spans import add_months
from recruitment.accounts.models import User
from screening.security import actions
from screening.security.entries import Opinion, Proposal
from screening.security.models import Review
from screening.security.states import CHECKLISTS, Dimension, Kind

CLEAR = {dimension: Opinion("clear", checklist=tuple(CHECKLISTS[dimension])) for dimension in Dimension}
PASSED = Proposal("passed")


def concern(dimension=Dimension.BUSINESS, **told) -> Opinion:
    """Something that stands against it, with what speaks for the person."""
    said = {"concern": "A share that was not declared", "mitigating": "none, because it was asked about", "assessment": "serious"}
    return Opinion("concern", checklist=tuple(CHECKLISTS[dimension]), **said | told)


def negative(**told) -> Proposal:
    said = {"reasons": "see the file kept outside", "mitigating": "none, because", "disclosure_reason": "a source must be kept safe"}
    return Proposal("not_passed", **said | told)


def written(review: Review, *, since: datetime.date | None = None) -> Review:
    """Every list filled or said to be empty, no gap."""
    person = User.objects.get(pk=review.candidate_id)
    first = since or add_months(timezone.localdate(), -12 * 11)
    actions.write(review, kind=Kind.RESIDENCE, values={"place": "Berlin", "country": "DE", "began_on": first, "ended_on": None}, by=person)
    job = {"name": "Muster GmbH", "detail": "Consultant", "country": "DE", "began_on": first, "ended_on": None}
    actions.write(review, kind=Kind.EMPLOYMENT, values=job, by=person)
    for kind in (Kind.INTEREST, Kind.ACCOUNT):
        actions.say_none(review, kind=kind, by=person)
    return review


def declared(review: Review) -> Review:
    """Handed in."""
    actions.hand_in(written(review), by=User.objects.get(pk=review.candidate_id))
    return review


def judged(review: Review, members, **opinions) -> Review:
    """Three dimensions by three people; the declaration first."""
    if not review.judgements.exists():
        declared(review)
    for dimension, member in zip(Dimension, members, strict=False):
        actions.judge(review, dimension=dimension, opinion=opinions.get(dimension.value, CLEAR[dimension]), by=member)
    return review


def proposed(review: Review, members, proposal: Proposal = PASSED, **opinions) -> Review:
    """Judged, and proposed by the first."""
    return actions.propose(judged(review, members, **opinions), proposal=proposal, factor="totp", by=members[0])


def decided(review: Review, members, proposal: Proposal = PASSED, **opinions) -> Review:
    """The second agrees."""
    return actions.decide(proposed(review, members, proposal, **opinions), factor="totp", by=members[1])
