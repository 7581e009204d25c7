"""The officers' verbs."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.refusals import Refused
from recruitment.notifications.kinds import Kind
from screening.applications.actions.stepping import stepping, tell
from screening.applications.models import Application, Rejection
from screening.applications.permissions import may_propose_rejection
from screening.applications.states import RejectionReason, State
from screening.stages.queries import refuse_resting, refuse_stopped
from screening.stages.states import Gate

# A file in this state is decided in this stage; the states after them belong to none that can be stopped.
DECIDED_IN = {
    State.SUBMITTED: Gate.QUALIFICATION,
    State.RETURNED: Gate.QUALIFICATION,
    State.QUALIFIED: Gate.COMPETENCE,
    State.TESTED: Gate.CROSSCULTURAL,
    State.ASSESSED: Gate.MERIT,
}


@transaction.atomic
def assign(application: Application, *, officer: User, by: User) -> None:
    """Put the file into one officer's queue."""
    if not may_propose_rejection(application, by) or not may_propose_rejection(application, officer):
        raise Refused(_("Files are assigned by and to officers of the department."), subject=application)
    Application.objects.filter(pk=application.pk).update(officer=officer)
    record("screening.application.assign", application, by=by, data={"officer": officer.pk})


def send_back(application: Application, *, items: list[str], message: str, due_on: datetime.date, by: User) -> Application:
    """Ask for corrections: everything in one letter, with a day."""
    with stepping(application) as application:
        application.send_back(by=by)
        application.correction_due_on, application.correction_items, application.correction_message = due_on, items, message
        tell(application, Kind.RETURNED, items=items, message=message, due_on=due_on)
    return application


def qualify(application: Application, *, by: User) -> Application:
    """The qualification check is passed."""
    with stepping(application) as application:
        application.qualify(by=by)
        tell(application, Kind.QUALIFIED)
    return application


def examine(application: Application, *, by: User) -> Application:
    """The competence test is passed."""
    with stepping(application) as application:
        application.examine(by=by)
        tell(application, Kind.EXAMINED, score=str(application.competence_score))
    return application


def assess(application: Application, *, by: User) -> Application:
    """The cross-cultural assessment is passed."""
    with stepping(application) as application:
        application.assess(by=by)
        tell(application, Kind.ASSESSED, score=str(application.crosscultural_score))
    return application


def nominate(application: Application, *, by: User) -> Application:
    """Propose for appointment, by the merit list."""
    with stepping(application) as application:
        application.nominate(by=by)
        tell(application, Kind.NOMINATED, rank=application.rank)
    return application


def reserve(application: Application, *, by: User) -> Application:
    """Keep behind the headcount."""
    with stepping(application) as application:
        application.reserve(by=by)
        tell(application, Kind.RESERVED, rank=application.rank)
    return application


def propose_rejection(application: Application, *, reason: str, sentence: str, by: User) -> Rejection:
    """Say why a file should not go on; a second person decides."""
    if not may_propose_rejection(application, by):
        raise PermissionDenied
    with transaction.atomic():
        locked = Application.objects.select_for_update(of=("self",), no_key=True).get(pk=application.pk)
        refuse_resting(locked.position, DECIDED_IN.get(locked.state, ""))
        rejection, _new = Rejection.objects.update_or_create(
            application=locked,
            defaults={"stage": locked.state, "reason": reason, "sentence": sentence, "proposed_by": by, "proposed_at": timezone.now()},
        )
        record("screening.application.propose_rejection", locked, by=by, data={"reason": reason, "stage": locked.state})
    return rejection


def reject(application: Application, *, by: User) -> Application:
    """Decide on a proposed rejection; the letter gives stage, reason and the officer's sentence."""
    with stepping(application) as application:
        refuse_stopped(application.position, DECIDED_IN.get(application.state, ""))
        application.reject(by=by)
        rejection = application.rejection
        rejection.approved_by, rejection.approved_at = by, timezone.now()
        rejection.save(update_fields=["approved_by", "approved_at"])
        tell(application, Kind.REJECTED, reason=RejectionReason(rejection.reason).label, sentence=rejection.sentence)
    return application


def offer(application: Application, *, by: User) -> Application:
    """Put terms to the person."""
    with stepping(application) as application:
        application.offer(by=by)
        tell(application, Kind.OFFERED)
    return application


def appoint(application: Application, *, by: User) -> Application:
    """The contract is signed and filed."""
    with stepping(application) as application:
        application.appoint(by=by)
        application.appointed_at = timezone.now()
        tell(application, Kind.APPOINTED)
    return application


def lapse(application: Application, *, by: User) -> Application:
    """A day passed without what was needed."""
    with stepping(application) as application:
        was_draft = application.state == State.DRAFT
        application.lapse(by=by)
        tell(application, Kind.LAPSED, was_draft=was_draft)
    return application
