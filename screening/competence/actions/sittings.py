"""The verbs of the candidate: start, save, hand in; expire and miss by the clock."""

import secrets
from collections.abc import Mapping
from hashlib import sha256
from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit
from recruitment.ledger.commitments import canonical
from screening.applications.states import State
from screening.competence.conditions import has_open_paper, is_due, is_identified, is_in_time, is_newer, is_possible, page_number
from screening.competence.models import Answer, Event, Sitting, Task
from screening.competence.permissions import is_own
from screening.competence.queries import forms_of
from screening.competence.states import ANSWER_LENGTH, SILENCE, EventKind, PaperState, SittingState


class TooLate(Refused):
    """Text that arrived after the end: it is not kept, and the page gives it back to be copied."""


class Stale(Refused):
    """Text of an older page: what was written later, perhaps on another machine, stays."""


class Text(NamedTuple):
    """What was written for a task, and where it stands among all that was sent."""

    text: str
    version: int


def start(sitting: Sitting, *, by: User) -> Sitting:
    """Start the clock of one candidate, once, on a form drawn by lot; the server's time alone counts."""
    with moving(sitting) as sitting:
        if not is_own(sitting, by):
            raise PermissionDenied
        if sitting.state == SittingState.INVITED:
            _refuse_start(sitting)
        sitting.start(by=by)
        sitting.started_at = timezone.now()
        sitting.ends_at = sitting.end(sitting.started_at)
        sitting.form = secrets.choice(forms_of(sitting.paper))
        Event.objects.create(sitting=sitting, kind=EventKind.DRAWN, note=sitting.form)
    return sitting


def _refuse_start(sitting: Sitting) -> None:
    """A sentence that helps, for whoever cannot start now."""
    if sitting.application.state != State.QUALIFIED:
        raise Refused(_("Your application is no longer at the stage of the competence test."), subject=sitting)
    if sitting.paper.state == PaperState.SEALED and is_due(sitting.paper):
        raise Refused(_("The paper is not open yet. Your time does not run; you lose nothing by waiting."), subject=sitting)
    if not has_open_paper(sitting):
        raise Refused(_("The test can be started between the hours given in the invitation, and not at another time."), subject=sitting)
    if not is_identified(sitting):
        raise Refused(_("An invigilator has to compare your name with your passport first."), subject=sitting)


def save(sitting: Sitting, *, texts: Mapping[int, str], version: int | None = None, by: User) -> Sitting:
    """Keep what was written: task id → text. TooLate after the end and the grace of the network, Stale from an older page."""
    counted = _newest(sitting) if version is None else version
    with transaction.atomic():
        older = _keep(_writing(sitting, by), {task: Text(text, counted) for task, text in texts.items()})
    if older:
        raise Stale(
            _("A newer version was saved meanwhile, perhaps on another machine. It stays; this text was not kept."), subject=sitting
        )
    return sitting


@transaction.atomic
def hear(sitting: Sitting, *, texts: Mapping[int, Text], by: User) -> list[int]:
    """The page tells that it is there, and what is new; gives the tasks of which something newer is kept. A silence is noted."""
    locked, now = _writing(sitting, by), timezone.now()
    older = _keep(locked, texts)
    if locked.seen_at is not None and now - locked.seen_at > SILENCE:
        Event.objects.create(sitting=locked, kind=EventKind.DROPPED, seconds=int((now - locked.seen_at).total_seconds()))
    Sitting.objects.filter(pk=locked.pk).update(seen_at=now)
    return older


def _newest(sitting: Sitting) -> int:
    """A page that is shown at this moment."""
    return page_number(sitting, timezone.now()) if sitting.started_at else 0


def _writing(sitting: Sitting, by: User) -> Sitting:
    """The row, locked and read again, of somebody whose time runs."""
    # Danger: `moving` would ask for more and write every column, and three hundred people save every few seconds.
    locked = Sitting.objects.select_related("application").select_for_update(of=("self",), no_key=True).get(pk=sitting.pk)
    if not is_own(locked, by):
        raise PermissionDenied
    _refuse_late(locked)
    return locked


def _keep(sitting: Sitting, texts: Mapping[int, Text]) -> list[int]:
    """Write what is newer than what is kept; the tasks whose text is older."""
    if not texts:
        return []
    kept, older = {answer.task_id: answer for answer in sitting.answers.filter(task__in=texts)}, []
    for task in Task.objects.of_sitting(sitting).filter(pk__in=texts).only("pk"):
        if not _write(kept.get(task.pk) or Answer(sitting=sitting, task=task), texts[task.pk]):
            older.append(task.pk)
    return older


def _refuse_late(sitting: Sitting) -> None:
    if sitting.state != SittingState.STARTED or not is_in_time(sitting):
        raise TooLate(_("The time is over. What you saved before the end was handed in; this text came too late."), subject=sitting)


def _write(answer: Answer, told: Text) -> bool:
    """Whether it was the newest: then it is kept."""
    if not is_possible(answer.sitting, told.version) or not is_newer(told.version, answer.version):
        return False
    text = told.text.replace("\r\n", "\n")[:ANSWER_LENGTH]
    answer.text, answer.version, answer.saved_at = text, told.version, timezone.now()
    answer.save()
    return True


def hand_in(sitting: Sitting, *, by: User) -> Sitting:
    """Hand in before the end."""
    with moving(sitting) as sitting:
        if sitting.paused_at is not None:
            raise Refused(_("The clock stands still. Hand in when it runs again."), subject=sitting)
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
    payload = handed_in(sitting)
    sitting.receipt = sha256(canonical(payload)).hexdigest()
    commit("sitting", str(sitting.uuid), {**payload, "receipt": sitting.receipt}, about=sitting.application.uuid, by=by)


def handed_in(sitting: Sitting) -> dict:
    """What the receipt is the hash of: the paper's hash, the form, the hash of each answer, the time."""
    answers = {str(answer.task_id): sha256(answer.text.encode()).hexdigest() for answer in sitting.answers.all()}
    return {"paper": sitting.paper.digest, "form": sitting.form, "answers": answers, "submitted_at": sitting.submitted_at}


def miss(sitting: Sitting, *, by: User) -> Sitting:
    """The paper closed and the candidate had not started."""
    with moving(sitting) as sitting:
        sitting.miss(by=by)
    return sitting
