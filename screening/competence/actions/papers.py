"""The verbs of a paper: seal, open with two keys, close, invite."""

import datetime
import io
import json
import secrets
from hashlib import sha256

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core import crypto
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.ledger.actions import commit
from recruitment.ledger.commitments import canonical
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications.models import Application
from screening.applications.states import State
from screening.competence.conditions import is_over, is_within_reach
from screening.competence.models import KeyTurn, Paper, RubricLine, Sitting, Task
from screening.competence.permissions import may_invite, may_open
from screening.competence.queries import LINE_TEXTS, TASK_TEXTS, columns, content, gaps
from screening.competence.states import KEYS, PaperState

PURPOSE = "competence.paper"
PAPER_TEXTS = ("title", "instructions")
SECRET = ("instructions",)


def words(paper: Paper, salt: str) -> bytes:
    """What is sealed: all that the paper says, and a salt, so that nobody who guesses a question can try the hash."""
    return canonical({"salt": salt, "content": content(paper)})


def seal(paper: Paper, *, by: User) -> Paper:
    """Fix a complete paper: its hash stands in the ledger, and from now on nobody can read it."""
    with moving(paper) as paper:
        missing = gaps(paper) if paper.is_editable else []
        if missing:
            raise Refused(" ".join(missing), subject=paper)
        if is_over(paper):
            raise Refused(_("The paper would close in the past. Set its hours first."), subject=paper)
        plain = words(paper, secrets.token_hex(32))
        paper.seal(by=by)
        _lock_away(paper, plain)
        paper.digest, paper.sealed_at = sha256(plain).hexdigest(), timezone.now()
        commit("paper.sealed", paper.reference, {"digest": paper.digest}, by=by)
    return paper


def _lock_away(paper: Paper, plain: bytes) -> None:
    """The words go into the envelope under a key of their own and leave the columns, the untranslated ones included."""
    key, bond = crypto.new_file_key(), str(paper.uuid)
    paper.envelope = b"".join(crypto.seal_frames(plain, key=key, bond=bond))
    paper.wrapped_key = crypto.seal(key, purpose=PURPOSE, bond=bond)
    empty = dict.fromkeys([*SECRET, *columns(*SECRET)], "")
    paper.__dict__.update(empty)
    _blank(Paper.objects.filter(pk=paper.pk), SECRET)
    _blank(Task.objects.filter(paper=paper), TASK_TEXTS)
    _blank(RubricLine.objects.filter(task__paper=paper), LINE_TEXTS)


def _blank(rows, names: tuple[str, ...]) -> None:
    rows.rewrite(False).update(**dict.fromkeys([*names, *columns(*names)], ""))


def open(paper: Paper, *, note: str = "", by: User) -> Paper:
    """Turn one of two keys; with the second, by another person, the paper is open. Candidates lose nothing when that is late."""
    with moving(paper) as paper:
        _refuse_key(paper, by)
        KeyTurn.objects.create(paper=paper, holder=by, note=note)
        if paper.turns.count() < KEYS:
            record("screening.paper.turn", paper, by=by, data={"note": note})
            return paper
        plain = _unlocked(paper)
        paper.open(by=by)
        paper.opened_at = timezone.now()
        late = max(paper.opened_at - paper.opens_at, datetime.timedelta())
        paper.closes_at += late
        _put_back(paper, json.loads(plain))
        told = {"digest": sha256(plain).hexdigest(), "sealed": paper.digest, "late_seconds": int(late.total_seconds())}
        commit("paper.opened", paper.reference, told, by=by)
    _let_through("off")
    return paper


def _let_through(switch: str) -> None:
    """Tell the triggers of this transaction whether sealed words may return to their columns."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('portal.opening', %s, true)", [switch])


def _refuse_key(paper: Paper, by: User) -> None:
    if not may_open(paper, by):
        raise PermissionDenied
    if paper.state != PaperState.SEALED or not is_within_reach(paper):
        raise Refused(_("A sealed paper can be opened from half an hour before its time, and once."), subject=paper)
    if paper.turns.filter(holder=by).exists():
        raise Refused(_("You have turned your key. The second one is turned by another person."), subject=paper)


def _unlocked(paper: Paper) -> bytes:
    """The words as they were sealed, or Refused: nothing else is ever opened."""
    broken = Refused(_("The paper is not what was sealed. It stays closed; tell the audit administrator."), subject=paper)
    try:
        key = crypto.unseal(bytes(paper.wrapped_key or b""), purpose=PURPOSE, bond=str(paper.uuid))
        plain = b"".join(crypto.open_frames(io.BytesIO(paper.envelope or b""), key=key, bond=str(paper.uuid)))
    except (crypto.Tampered, crypto.UnknownKey) as fault:
        raise broken from fault
    if sha256(plain).hexdigest() != paper.digest:
        raise broken
    return plain


def _put_back(paper: Paper, told: dict) -> None:
    """The words return to their columns; the triggers let them through in this transaction alone."""
    said, paper.salt = told["content"], told["salt"]
    for column in columns(*SECRET):
        setattr(paper, column, said[column])
    _let_through("on")
    tasks = {(task.form, task.order): task for task in paper.tasks.all()}
    for item in said["tasks"]:
        task = tasks[item["form"], item["order"]]
        Task.objects.filter(pk=task.pk).update(**{column: item[column] for column in columns(*TASK_TEXTS)})
        for line in item["lines"]:
            RubricLine.objects.filter(task=task, key=line["key"]).update(**{column: line[column] for column in columns(*LINE_TEXTS)})


def is_as_sealed(paper: Paper) -> bool:
    """Whether an opened paper still says what was sealed."""
    return sha256(words(paper, paper.salt)).hexdigest() == paper.digest


def close(paper: Paper, *, by: User) -> Paper:
    """Close a paper whose time is over."""
    with moving(paper) as paper:
        paper.close(by=by)
        paper.closed_at = timezone.now()
    return paper


def invite(paper: Paper, *, by: User) -> list[Sitting]:
    """Invite every qualified candidate of the post who has no invitation yet; done again it invites those who came later."""
    if not may_invite(paper, by):
        raise PermissionDenied
    with moving(paper) as paper:
        if paper.state not in (PaperState.SEALED, PaperState.OPENED) or is_over(paper):
            raise Refused(_("Candidates are invited to a sealed paper that has not closed."), subject=paper)
        invited = (
            Application.objects.for_position(paper.position)
            .filter(state=State.QUALIFIED, sitting=None)
            .select_related("candidate", "arrangement")
        )
        sittings = [_sitting(paper, application) for application in invited]
        for sitting in Sitting.objects.bulk_create(sittings):
            notify(sitting.application.candidate, Kind.INVITED, about=sitting)
        record("screening.paper.invite", paper, by=by, data={"number": len(sittings)})
    return sittings


def _sitting(paper: Paper, application: Application) -> Sitting:
    """With the extra time that was arranged, and nothing of why."""
    arranged = getattr(application, "arrangement", None)
    minutes = arranged.test_minutes if arranged else 0
    return Sitting(paper=paper, application=application, code=application.candidate_code, extra_minutes=minutes)
