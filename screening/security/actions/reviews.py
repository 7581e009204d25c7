"""A review from its beginning to the last finding: opened for the nominated, judged in three dimensions, organs asked."""

import dataclasses
import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import Gate, GateResult, State
from screening.security.actions.tracing import trace
from screening.security.entries import Opinion
from screening.security.models import Declaration, Judgement, Membership, Referral, Review, RiskAssessment
from screening.security.permissions import may_answer, may_judge, may_work_on
from screening.security.states import CHECKLISTS, Dimension, Finding, Occasion, ReviewState, Tier

OVER = (State.WITHDRAWN, State.LAPSED, State.REJECTED, State.DECLINED)


def declaration_url(person: User) -> str:
    """Where the person reads and answers, in their language."""
    return f"{settings.SITE_URL}/{person.language}/declaration/"


def open_due(*, by: User) -> int:
    """Open a review for everybody who is nominated and has none; vetting starts only then (domain 4.4)."""
    nominated = Application.objects.filter(state=State.NOMINATED).values("uuid", "reference", "candidate_id", "position__reference")
    files = {row["uuid"]: row for row in nominated}
    known = set(Review.objects.filter(application_uuid__in=files).values_list("application_uuid", flat=True))
    tiers = RiskAssessment.objects.tiers()
    reviews = [
        Review(
            application_uuid=uuid,
            reference=row["reference"],
            candidate_id=row["candidate_id"],
            position_reference=row["position__reference"],
            tier=tiers.get(row["position__reference"], Tier.BASELINE),
        )
        for uuid, row in files.items()
        if uuid not in known
    ]
    Review.objects.bulk_create(reviews, ignore_conflicts=True)
    tell_due(by=by)
    return len(reviews)


def tell_due(*, by: User) -> int:
    """Ask everybody whose review is open for their declaration; a reconsideration is acknowledged, and the gate waits for it."""
    reviews = list(Review.objects.unasked()[:200])
    people = User.objects.in_bulk({review.candidate_id for review in reviews})
    for review in reviews:
        person = people[review.candidate_id]
        with transaction.atomic():
            if review.is_reconsideration:
                _suspend(review, by=by)
            else:
                notify(person, Kind.DECLARATION_ASKED, about=person, reference=review.reference, declaration_url=declaration_url(person))
        with moving(review) as review:
            review.asked_at = timezone.now()
    return len(reviews)


def _suspend(review: Review, *, by: User) -> None:
    """While others look again, the result of the gate is neither yes nor no."""
    application = Application.objects.get(uuid=review.application_uuid)
    if application.state == State.NOMINATED:
        applications.record_gate(application, Gate.SECURITY, GateResult.DEFERRED, on=timezone.localdate(), by=by)


def close_ended(*, by: User) -> int:
    """A review whose file has ended ends too: nobody is looked into for nothing."""
    live = list(Review.objects.live().filter(occasion=Occasion.NOMINATION))
    over = set(Application.objects.filter(uuid__in=[r.application_uuid for r in live], state__in=OVER).values_list("uuid", flat=True))
    ended = [review for review in live if review.application_uuid in over]
    for review in ended:
        with moving(review) as review:
            review.state, review.ended_at = ReviewState.CLOSED, timezone.now()
            trace("close", review, by=by)
    return len(ended)


# --- Dimensions ------------------------------------------------------------------------------------------------------


def judge(review: Review, *, dimension: str, opinion: Opinion, by: User) -> Judgement:
    """Say what one dimension came to; each dimension has a reviewer of its own."""
    _check(review, dimension, opinion)
    with moving(review) as review:
        if not may_judge(review, by):
            raise PermissionDenied
        _check_reviewer(review, dimension, by)
        told = dataclasses.asdict(opinion) | {"checklist": list(opinion.checklist)}
        try:
            with transaction.atomic(using="compartment"):
                judgement, _new = Judgement.objects.update_or_create(
                    review=review,
                    dimension=dimension,
                    defaults={**told, "judged_by": by.pk, "judged_label": str(by), "judged_at": timezone.now()},
                )
        except IntegrityError:
            raise Refused(_("Somebody else has judged this dimension meanwhile."), subject=review) from None
        trace(f"judge {dimension}", review, by=by)
    return judgement


def _check(review: Review, dimension: str, opinion: Opinion) -> None:
    """What an opinion must say."""
    if opinion.finding != Finding.UNCLEAR and not Declaration.objects.filter(application_uuid=review.application_uuid).exists():
        raise Refused(
            _("The person has not handed in the declaration yet. Until then nothing can be judged but as undetermined."), subject=review
        )
    if opinion.finding != Finding.CLEAR and not (opinion.concern and opinion.mitigating and opinion.assessment):
        raise Refused(
            _("State the concern, the mitigating factors (“none, because …” is an answer) and your assessment of both."), subject=review
        )
    if opinion.finding != Finding.UNCLEAR and set(CHECKLISTS[dimension]) - set(opinion.checklist):
        raise Refused(_("Look at every item of the checklist first, and tick it."), subject=review)
    if opinion.source_url and not (opinion.seen_on and opinion.relevance):
        raise Refused(_("Something public is relied upon only with its address, the day it was seen, and how it bears on the duty."))


def _check_reviewer(review: Review, dimension: str, by: User) -> None:
    """One reviewer, one dimension; a compartment that is too small says so."""
    for other in review.judgements.all():
        if other.dimension == dimension and other.judged_by != by.pk:
            raise Refused(_("%(person)s has judged this dimension.") % {"person": other.judged_label}, subject=review)
        if other.dimension != dimension and other.judged_by == by.pk:
            said = _("You have judged “%(dimension)s” of this review; every dimension needs another reviewer.")
            members = len(Membership.insiders())
            if members < len(Dimension):
                said += " " + _("The compartment has %(number)d members; ask the security administrator to admit more.") % {
                    "number": members
                }
            raise Refused(said % {"dimension": other.get_dimension_display()}, subject=review)


# --- Organs ----------------------------------------------------------------------------------------------------------


def refer(review: Review, *, organ_kind: str, reference_no: str, sent_on: datetime.date, by: User) -> Referral:
    """Note that a competent organ was asked, outside this system."""
    with moving(review) as review:
        if not may_work_on(review, by):
            raise PermissionDenied
        try:
            with transaction.atomic(using="compartment"):
                referral = Referral.objects.create(
                    review=review, organ_kind=organ_kind, reference_no=reference_no, sent_on=sent_on, sent_by=by.pk, sent_label=str(by)
                )
        except IntegrityError:
            raise Refused(_("A referral with this number was entered before."), subject=review) from None
        trace("refer", review, by=by)
    return referral


def enter_answer(referral: Referral, *, answer_code: str, answered_on: datetime.date, by: User) -> Referral:
    """Enter the code of an answer; its content stays outside."""
    with moving(referral) as referral:
        if not may_answer(referral, by):
            raise PermissionDenied
        if answered_on < referral.sent_on:
            raise Refused(_("The answer cannot be older than the question."), subject=referral)
        referral.answer_code, referral.answered_on = answer_code, answered_on
        trace("enter answer", referral.review, by=by)
    return referral
