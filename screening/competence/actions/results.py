"""The verb that ends the competence test for one candidate: conclude."""

from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.policy.queries import value
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.applications.states import Gate, GateResult, RejectionReason, State
from screening.competence import scoring
from screening.competence.models import Paper, Sitting
from screening.competence.permissions import may_conclude, may_prepare
from screening.competence.states import SittingState


def conclude(sitting: Sitting, *, by: User) -> Sitting:
    """Establish the result: the score and the gate go to the file; whoever passed moves on, for the others a rejection is proposed."""
    if not may_conclude(sitting, by):
        raise PermissionDenied
    with moving(sitting) as sitting:
        if sitting.application.state != State.QUALIFIED:
            raise Refused(_("This candidate is no longer at the stage of the competence test."), subject=sitting)
        sitting.score = score(sitting)
        if sitting.state == SittingState.HANDED_IN and sitting.score is None:
            raise Refused(
                _("The marking is not finished: two locked markings are needed, three where they lie far apart."), subject=sitting
            )
        sitting.conclude(by=by)
        sitting.concluded_at = timezone.now()
        _tell(sitting, by=by)
    return sitting


def score(sitting: Sitting) -> Decimal | None:
    """The score of a script from 0 to 100: moderated, or out of the markings that count; None while one is missing."""
    if (moderation := sitting.moderations.last()) is not None:
        return moderation.score
    totals = list(sitting.markings.counting().locked().values_list("total", flat=True))
    return scoring.settled(totals, value("marking.max_gap"))


def _tell(sitting: Sitting, *, by: User) -> None:
    """What leaves this floor: a score, a gate result, and the verb that follows from it."""
    application, today = sitting.application, timezone.localdate()
    if sitting.score is not None:
        applications.score(application, by=by, competence_score=sitting.score)
    passed = sitting.score is not None and sitting.score >= sitting.paper.position.round.competence_min
    applications.record_gate(application, Gate.COMPETENCE, GateResult.PASSED if passed else GateResult.NOT_PASSED, on=today, by=by)
    if passed:
        applications.examine(application, by=by)
    else:
        reason = RejectionReason.DID_NOT_ATTEND if sitting.score is None else RejectionReason.TEST_BELOW_MINIMUM
        applications.propose_rejection(application, reason=reason, sentence=_sentence(application, sitting), by=by)


def _sentence(application: Application, sitting: Sitting) -> str:
    with translation.override(application.candidate.language):
        if sitting.score is None:
            return _("You did not take the professional competence test within its hours.")
        return _("Your score in the professional competence test is %(score)s; the pass mark is %(minimum)s.") % {
            "score": sitting.score,
            "minimum": sitting.paper.position.round.competence_min,
        }


def conclude_ready(paper: Paper, *, by: User) -> list[Sitting]:
    """Establish every result of a paper that is ready; the others stay as they are."""
    if not may_prepare(paper, by):
        raise PermissionDenied
    over = paper.sittings.filter(state__in=[SittingState.HANDED_IN, SittingState.MISSED], application__state=State.QUALIFIED)
    ready = [sitting for sitting in over if sitting.state == SittingState.MISSED or score(sitting) is not None]
    if not ready:
        raise Refused(_("No result can be established yet: the marking is not finished."), subject=paper)
    return [conclude(sitting, by=by) for sitting in ready]
