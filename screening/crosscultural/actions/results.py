"""The verbs that end the cross-cultural assessment for one candidate: conclude, miss."""

from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import Gate, GateResult, RejectionReason, State
from screening.assessors.models import QUORUM, Panel
from screening.assessors.permissions import may_run
from screening.crosscultural import scoring
from screening.crosscultural.models import Interview
from screening.crosscultural.permissions import may_conclude, may_miss
from screening.crosscultural.queries import awaited
from screening.crosscultural.states import InterviewState


def conclude(interview: Interview, *, by: User) -> Interview:
    """Establish the result: the score and the gate go to the file; whoever passed moves on, for the others a rejection is proposed."""
    if not may_conclude(interview, by):
        raise PermissionDenied
    with moving(interview) as interview:
        _refuse_ended(interview)
        interview.score = score(interview)
        if interview.score is None:
            raise Refused(_("Not every member of the panel has locked their ratings, or there are fewer than three."), subject=interview)
        interview.conclude(by=by)
        interview.concluded_at = timezone.now()
        application, minimum = interview.application, interview.application.position.round.crosscultural_min
        applications.score(application, by=by, crosscultural_score=interview.score)
        if interview.score >= minimum:
            _gate(application, GateResult.PASSED, by=by)
            applications.assess(application, by=by)
        else:
            _gate(application, GateResult.NOT_PASSED, by=by)
            _propose(interview, RejectionReason.ASSESSMENT_BELOW_MINIMUM, by=by)
    return interview


def miss(interview: Interview, *, by: User) -> Interview:
    """The candidate chose no slot or did not come: the gate is not passed, and a rejection is proposed."""
    if not may_miss(interview, by):
        raise PermissionDenied
    with moving(interview) as interview:
        _refuse_ended(interview)
        if interview.sheets.exists() or interview.bookings.filter(released_at=None, slot__starts_at__gt=timezone.now()).exists():
            raise Refused(_("The interview still lies ahead, or the panel has begun to rate it."), subject=interview)
        interview.miss(by=by)
        interview.concluded_at = timezone.now()
        _gate(interview.application, GateResult.NOT_PASSED, by=by)
        _propose(interview, RejectionReason.DID_NOT_ATTEND, by=by)
    return interview


def score(interview: Interview) -> Decimal | None:
    """The panel's score from 20 to 100, moderations included, or None while a member's locked ratings or the quorum of three is missing."""
    booking = interview.bookings.filter(released_at=None).select_related("slot__panel").first()
    if booking is None:
        return None
    counting = interview.sheets.counting().locked().filter(membership__panel=booking.slot.panel)
    averages = dict(counting.standing().values_list("membership", "standing"))
    if len(averages) < QUORUM or not awaited(interview) <= averages.keys():
        return None
    return scoring.score(list(averages.values()), interview.application.position.round.aggregation)


def _refuse_ended(interview: Interview) -> None:
    if interview.application.state != State.TESTED:
        raise Refused(_("This candidate is no longer at the stage of the interview."), subject=interview)


def _gate(application: Application, result: GateResult, *, by: User) -> None:
    applications.record_gate(application, Gate.CROSSCULTURAL, result, on=timezone.localdate(), by=by)


def _propose(interview: Interview, reason: RejectionReason, *, by: User) -> None:
    application = interview.application
    with translation.override(application.candidate.language):
        if reason == RejectionReason.DID_NOT_ATTEND:
            sentence = _("You did not take part in the interview.")
        else:
            told = {"score": interview.score, "minimum": application.position.round.crosscultural_min}
            sentence = _("Your score in the cross-cultural assessment is %(score)s; the pass mark is %(minimum)s.") % told
    applications.propose_rejection(application, reason=reason, sentence=sentence, by=by)


def conclude_ready(panel: Panel, *, by: User) -> list[Interview]:
    """Establish every result of a post's interviews that is ready; the others stay as they are."""
    if not may_run(panel.position, by):
        raise PermissionDenied
    held = Interview.objects.filter(application__position=panel.position, application__state=State.TESTED, state=InterviewState.OPENED)
    ready = [interview for interview in held if score(interview) is not None]
    if not ready:
        raise Refused(_("No result can be established yet: ratings are missing."), subject=panel)
    return [conclude(interview, by=by) for interview in ready]
