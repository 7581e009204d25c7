"""The verbs of a sitting: start, save, hand in; expire and miss by the clock; more time by HR."""

from collections.abc import Mapping
from hashlib import sha256

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit
from recruitment.ledger.commitments import canonical
from screening.applications.states import State
from screening.competence.actions.papers import open as open_paper
from screening.competence.conditions import has_open_paper, is_due, is_in_time
from screening.competence.models import Answer, Paper, Sitting
from screening.competence.permissions import is_own, may_extend
from screening.competence.states import ANSWER_LENGTH, PaperState, SittingState


class TooLate(Refused):
    """Text that arrived after the end: it is not kept, and the page gives it back to be copied."""


def start(sitting: Sitting, *, by: User) -> Sitting:
    """Start the clock of one candidate, once; the server's time alone counts."""
    if not is_own(sitting, by):
        raise PermissionDenied
    if sitting.paper.state == PaperState.SEALED and is_due(sitting.paper):
        _open_now(sitting.paper)
    with moving(sitting) as sitting:
        if not has_open_paper(sitting):
            raise Refused(_("The test can be started between the hours given in the invitation, and not at another time."), subject=sitting)
        if sitting.application.state != State.QUALIFIED:
            raise Refused(_("Your application is no longer at the stage of the competence test."), subject=sitting)
        sitting.start(by=by)
        sitting.started_at = timezone.now()
        sitting.ends_at = sitting.end(sitting.started_at)
    return sitting


def _open_now(paper: Paper) -> None:
    """The first candidate may be quicker than the clock's round."""
    open_paper(paper, by=User.objects.robot())


def save(sitting: Sitting, *, texts: Mapping[int, str], by: User) -> Sitting:
    """Keep what was written: task id → text. TooLate when it arrives after the end and the grace of the network."""
    with moving(sitting) as sitting:
        if not is_own(sitting, by):
            raise PermissionDenied
        if sitting.state != SittingState.STARTED or not is_in_time(sitting):
            raise TooLate(_("The time is over. What you saved before the end was handed in; this text came too late."), subject=sitting)
        for task in sitting.paper.tasks.filter(pk__in=texts):
            text = texts[task.pk].replace("\r\n", "\n")[:ANSWER_LENGTH]
            Answer.objects.update_or_create(sitting=sitting, task=task, defaults={"text": text, "saved_at": timezone.now()})
    return sitting


def hand_in(sitting: Sitting, *, by: User) -> Sitting:
    """Hand in before the end."""
    with moving(sitting) as sitting:
        sitting.hand_in(by=by)
        _receive(sitting, timezone.now(), by=by)
    return sitting


def expire(sitting: Sitting, *, by: User) -> Sitting:
    """The time is over: hand in what was saved."""
    with moving(sitting) as sitting:
        sitting.expire(by=by)
        _receive(sitting, sitting.ends_at, by=by)
    return sitting


def _receive(sitting: Sitting, at, *, by: User) -> None:
    """Stamp it, and fix what was handed in with a leaf in the ledger, which names nobody."""
    sitting.submitted_at = min(at, sitting.ends_at)
    answers = {str(answer.task_id): sha256(answer.text.encode()).hexdigest() for answer in sitting.answers.all()}
    payload = {"paper": sitting.paper.digest, "answers": answers, "submitted_at": sitting.submitted_at}
    sitting.receipt = sha256(canonical(payload)).hexdigest()
    commit("sitting", str(sitting.uuid), {**payload, "receipt": sitting.receipt}, about=sitting.application.uuid, by=by)


def miss(sitting: Sitting, *, by: User) -> Sitting:
    """The paper closed and the candidate had not started."""
    with moving(sitting) as sitting:
        sitting.miss(by=by)
    return sitting


def extend(sitting: Sitting, *, minutes: int, reason: str, by: User) -> Sitting:
    """Give one candidate additional minutes in all, as an adjustment or after a breakdown; never beyond the closing of the paper."""
    if not may_extend(sitting, by):
        raise PermissionDenied
    with moving(sitting) as sitting:
        if sitting.state not in (SittingState.INVITED, SittingState.STARTED):
            raise Refused(_("The sitting is over."), subject=sitting)
        sitting.extra_minutes = minutes
        if sitting.started_at is not None:
            sitting.ends_at = sitting.end(sitting.started_at)
        record("screening.sitting.extend", sitting, by=by, data={"minutes": minutes, "reason": reason})
    return sitting
