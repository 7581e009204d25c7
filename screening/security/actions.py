"""The verbs of the compartment. Its decision is committed there first; carrying the gate result out may be repeated."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.policy.queries import value
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import Gate, GateResult, State
from screening.security.models import Judgement, Membership, Review, Trace
from screening.security.permissions import may_admit, may_decide, may_judge, may_propose
from screening.security.states import Conclusion, Finding, ReviewState


def _trace(verb: str, review: Review | None, *, by: User) -> None:
    Trace.objects.create(review=review, user_id=by.pk, user_label=str(by)[:150], verb=verb)


def admit(person: User, *, reason: str, until: datetime.datetime | None = None, by: User) -> Membership:
    """Let a security review officer into the compartment."""
    if not (may_admit(by) or by.is_robot) or by == person:
        raise PermissionDenied
    if not person.has_role(Role.SECURITY_REVIEWER):
        raise Refused(_("Only a security review officer can be admitted. Ask for the role first."), subject=person)
    with transaction.atomic(using="compartment"):
        membership, _new = Membership.objects.get_or_create(
            user_id=person.pk, until=until, defaults={"user_label": str(person), "granted_by": str(by), "reason": reason}
        )
        _trace("admit", None, by=by)
    return membership


def expel(membership: Membership, *, by: User) -> None:
    """End a membership at once."""
    if not may_admit(by):
        raise PermissionDenied
    with moving(membership) as membership:
        membership.until = timezone.now()
        _trace("expel", None, by=by)


def open_due(*, by: User) -> int:
    """Open a review for everybody who is nominated and has none; vetting starts only then (domain 4.4)."""
    nominated = dict(Application.objects.filter(state=State.NOMINATED).values_list("uuid", "reference"))
    known = set(Review.objects.filter(application_uuid__in=nominated).values_list("application_uuid", flat=True))
    reviews = [Review(application_uuid=key, reference=nominated[key]) for key in nominated if key not in known]
    Review.objects.bulk_create(reviews, ignore_conflicts=True)
    return len(reviews)


def judge(review: Review, *, dimension: str, finding: str, concern: str, evidence: str, mitigating: str, by: User) -> Judgement:
    """Say what one dimension came to; a concern needs what speaks for the person too."""
    if finding != Finding.CLEAR and not (concern and mitigating):
        raise Refused(_("State the concern and the mitigating factors (“none, because …” is an answer)."), subject=review)
    with moving(review) as review:
        if not may_judge(review, by):
            raise PermissionDenied
        judgement, _new = Judgement.objects.update_or_create(
            review=review,
            dimension=dimension,
            defaults={
                "finding": finding,
                "concern": concern,
                "evidence": evidence,
                "mitigating": mitigating,
                "judged_by": by.pk,
                "judged_label": str(by),
                "judged_at": timezone.now(),
            },
        )
        _trace(f"judge {dimension}", review, by=by)
    return judgement


def propose(review: Review, *, conclusion: str, reasons: str, mitigating: str, disclosed: str, by: User) -> Review:
    """Propose a conclusion; a negative one needs reasons and what speaks for the person."""
    if conclusion != Conclusion.PASSED and not (reasons and mitigating):
        raise Refused(_("A conclusion other than “cleared” needs its reasons and the mitigating factors."), subject=review)
    with moving(review) as review:
        if not may_propose(review, by):
            raise PermissionDenied
        review.conclusion, review.reasons, review.mitigating, review.disclosed = conclusion, reasons, mitigating, disclosed
        review.state, review.proposed_at = ReviewState.PROPOSED, timezone.now()
        review.proposed_by, review.proposed_label = by.pk, str(by)
        _trace("propose", review, by=by)
    return review


def refuse(review: Review, *, by: User) -> Review:
    """The second person does not agree: the review opens again."""
    with moving(review) as review:
        if not may_decide(review, by):
            raise PermissionDenied
        review.state, review.conclusion = ReviewState.OPENED, ""
        review.proposed_by, review.proposed_label, review.proposed_at = None, "", None
        _trace("refuse", review, by=by)
    return review


def decide(review: Review, *, by: User) -> Review:
    """A second member agrees; the conclusion is committed inside, then carried out."""
    with moving(review) as review:
        if not may_decide(review, by):
            raise PermissionDenied
        review.state, review.decided_at = ReviewState.DECIDED, timezone.now()
        review.decided_by, review.decided_label = by.pk, str(by)
        if review.conclusion == Conclusion.PASSED:
            review.valid_until = timezone.localdate() + datetime.timedelta(days=30 * value("security.validity_months"))
        _trace("decide", review, by=by)
    carry(review, by=User.objects.robot())
    return review


def carry(review: Review, *, by: User) -> None:
    """Hand the gate result to the file, and clear it where it passed; done twice it changes nothing."""
    application = Application.objects.get(uuid=review.application_uuid)
    day = timezone.localdate(review.decided_at)
    with transaction.atomic():
        application = applications.record_gate(application, Gate.SECURITY, GateResult(review.conclusion), on=day, by=by)
        if review.conclusion == Conclusion.PASSED and application.state == State.NOMINATED:
            applications.clear(application, by=by)
    with moving(review) as review:
        review.carried_at = timezone.now()


def carry_due(*, by: User) -> int:
    """The sweep: conclusions that did not reach their file because something broke between the two commits."""
    reviews = list(Review.objects.uncarried()[:200])
    for review in reviews:
        carry(review, by=by)
    return len(reviews)


def read(review: Review, *, by: User) -> None:
    """Leave a trace of every reading."""
    _trace("read", review, by=by)
