"""The conclusion: facts are shown first, one member proposes, another agrees, both sign; one result and a date leave."""

import dataclasses
import hashlib
import json

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from positions.conditions.spans import add_months
from recruitment.accounts.models import User
from recruitment.calendar.queries import add_working_days
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from recruitment.policy.queries import value
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import NEEDS_SECURITY, Gate, GateResult, State
from screening.security.actions.members import NOT_SIGNED
from screening.security.actions.reviews import declaration_url
from screening.security.actions.tracing import trace
from screening.security.entries import Proposal
from screening.security.models import Hearing, Review, Signature
from screening.security.permissions import may_decide, may_propose, may_sign_with, may_work_on
from screening.security.states import Conclusion, Disclosure, ReviewState, SignedAs


def show_facts(review: Review, *, facts: str, by: User) -> Hearing:
    """Show the person what records say, so that they can correct it (domain 4.6)."""
    person = User.objects.get(pk=review.candidate_id)
    due_on = add_working_days(timezone.localdate(), value("security.facts_working_days")).ends_on
    with moving(review) as review:
        if not may_work_on(review, by):
            raise PermissionDenied
        hearing = Hearing.objects.create(review=review, facts=facts, due_on=due_on, asked_by=by.pk, asked_label=str(by))
        trace("show facts", review, by=by)
    with transaction.atomic():
        notify(person, Kind.FACTS_SHOWN, about=person, reference=review.reference, due_on=due_on, declaration_url=declaration_url(person))
    return hearing


def answer_facts(hearing: Hearing, *, answer: str, by: User) -> Hearing:
    """The person says what is right."""
    with moving(hearing) as hearing:
        if hearing.review.candidate_id != by.pk:
            raise PermissionDenied
        if hearing.is_over or hearing.review.state != ReviewState.OPENED:
            raise Refused(_("The time to answer is over, or an answer was given before."), subject=hearing)
        hearing.answer, hearing.answered_at = answer, timezone.now()
        trace("answer facts", hearing.review, by=by)
    return hearing


def propose(review: Review, *, proposal: Proposal, factor: str, by: User) -> Review:
    """Propose a conclusion and sign it."""
    _check(review, proposal)
    with moving(review) as review:
        if not may_propose(review, by):
            raise PermissionDenied
        for name, said in dataclasses.asdict(proposal).items():
            setattr(review, name, said)
        review.state, review.proposed_at = ReviewState.PROPOSED, timezone.now()
        review.proposed_by, review.proposed_label = by.pk, str(by)
        _sign(review, SignedAs.PROPOSER, factor=factor, by=by)
        trace("propose", review, by=by)
    return review


def _check(review: Review, proposal: Proposal) -> None:
    """What a conclusion must say; a negative one on records waits until the person was heard."""
    if proposal.conclusion == Conclusion.PASSED:
        return
    if not (proposal.reasons and proposal.mitigating and proposal.disclosure_reason):
        raise Refused(
            _("A conclusion other than “cleared” needs its reasons, the mitigating factors, and why the reasons are told or not."),
            subject=review,
        )
    if proposal.disclosure == Disclosure.TOLD and not proposal.disclosed:
        raise Refused(_("Write the reasons that are told to the person."), subject=review)
    if proposal.conclusion == Conclusion.NOT_PASSED and review.rests_on_records() and not review.has_been_heard():
        raise Refused(_("This rests on records: show the person the facts first, and wait for the answer or its day."), subject=review)


def _sign(review: Review, part: SignedAs, *, factor: str, by: User) -> None:
    """A signature with a fresh second factor, and a digest of what was signed."""
    if not may_sign_with(by, factor):
        raise Refused(NOT_SIGNED, subject=review)
    names = ("conclusion", "reasons", "mitigating", "disclosure", "disclosure_reason", "disclosed")
    words = json.dumps([str(review.uuid), *(getattr(review, name) for name in names)], ensure_ascii=False)
    digest = hashlib.sha256(words.encode()).hexdigest()
    Signature.objects.create(review=review, signed_as=part, user_id=by.pk, user_label=str(by), factor=factor, digest=digest)


def refuse(review: Review, *, by: User) -> Review:
    """The second person does not agree: the review opens again."""
    with moving(review) as review:
        if not may_decide(review, by):
            raise PermissionDenied
        review.state, review.conclusion = ReviewState.OPENED, ""
        review.proposed_by, review.proposed_label, review.proposed_at = None, "", None
        trace("refuse", review, by=by)
    return review


def decide(review: Review, *, factor: str, by: User) -> Review:
    """A second member agrees and signs; the conclusion is committed inside, then carried out."""
    with moving(review) as review:
        if not may_decide(review, by):
            raise PermissionDenied
        review.state, review.decided_at = ReviewState.DECIDED, timezone.now()
        review.decided_by, review.decided_label = by.pk, str(by)
        if review.conclusion == Conclusion.PASSED:
            review.valid_until = add_months(timezone.localdate(), value("security.validity_months"))
        _sign(review, SignedAs.APPROVER, factor=factor, by=by)
        trace("decide", review, by=by)
    carry(review, by=User.objects.robot())
    return review


# --- Out of the compartment ------------------------------------------------------------------------------------------


def carry(review: Review, *, by: User) -> None:
    """Hand the gate result to the file, and clear it where it passed; done twice it changes nothing."""
    application = Application.objects.get(uuid=review.application_uuid)
    result, day = GateResult(review.conclusion), timezone.localdate(review.decided_at)
    # The gate of somebody in service stays as it was passed; what a later review means for the contract is for the employing unit.
    if result == GateResult.PASSED or application.state not in NEEDS_SECURITY:
        with transaction.atomic():
            is_news = (application.security_gate, application.security_on) != (result, day)
            application = applications.record_gate(application, Gate.SECURITY, result, on=day, by=by)
            if result == GateResult.PASSED and application.state == State.NOMINATED:
                applications.clear(application, by=by)
            if result == GateResult.NOT_PASSED and is_news:
                _tell(review, application)
    with moving(review) as review:
        review.carried_at = timezone.now()


def _tell(review: Review, application: Application) -> None:
    """The outcome is always told; reasons stand inside, where only the person reads them (domain 4.6)."""
    person = application.candidate
    told = {"is_told": review.disclosure == Disclosure.TOLD, "is_final": review.is_reconsideration}
    notify(
        person, Kind.REVIEW_NOT_PASSED, about=person, reference=review.reference, until_on=reconsidered_until(review),
        declaration_url=declaration_url(person), **told,
    )  # fmt: skip


def reconsidered_until(review: Review):
    """The last day on which reconsideration can be asked for."""
    return add_working_days(timezone.localdate(review.decided_at), value("security.reconsideration_working_days")).ends_on


def carry_due(*, by: User) -> int:
    """The sweep: conclusions that did not reach their file because something broke between the two commits."""
    reviews = list(Review.objects.uncarried()[:200])
    for review in reviews:
        carry(review, by=by)
    return len(reviews)
