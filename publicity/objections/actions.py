"""The verbs of objections: file, examine, propose, answer."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from publicity.notices.actions import weigh
from publicity.notices.models import Entry
from publicity.notices.states import PUBLIC_STATES, Weight
from publicity.objections import codes
from publicity.objections.models import Objection
from publicity.objections.states import Finding, Mode
from publicity.objections.texts import answered_letter, received_letter
from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.references import allocate
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import write
from recruitment.notifications.kinds import Kind


@transaction.atomic
def file(entry: Entry, *, mode: str, name: str, contact: str, statement: str, language: str) -> tuple[Objection, str]:
    """Take an objection in; gives it and the query code, which is shown once. The robot stands for whoever objects."""
    if entry.notice.state not in PUBLIC_STATES:
        raise Refused(_("Objections can be filed to published notices only."), subject=entry)
    code, year, robot = codes.draw(), timezone.localdate().year, User.objects.robot()
    is_late = timezone.now() >= entry.notice.ends_at
    objection = Objection.objects.create(
        reference=f"YY-{year}-{allocate('objection', year):04d}",
        entry=entry,
        code_hash=codes.hashed(code),
        mode=mode,
        language=language,
        name=name if mode == Mode.NAMED else "",
        contact=contact if mode == Mode.NAMED else "",
        statement=statement,
        is_late=is_late,
    )
    record("publicity.objection.file", objection, by=robot, data={"mode": mode, "late": is_late})
    if not is_late:
        weigh(entry, Weight.OPEN, by=robot)
    if mode == Mode.NAMED and "@" in contact:
        _write(objection, Kind.OBJECTION_RECEIVED, received_letter(objection))
    return objection, code


def _write(objection: Objection, kind: Kind, letter: tuple[str, str]) -> None:
    subject, body = letter
    write(objection.contact, kind, subject=subject, body=body, language=objection.language)


def examine(objection: Objection, *, by: User) -> Objection:
    """Take it up."""
    with moving(objection) as objection:
        objection.examine(by=by)
    return objection


def propose(objection: Objection, *, finding: str, affects: bool, reasons: str, reply: str, by: User) -> Objection:
    """Say what was found; another person confirms."""
    with moving(objection) as objection:
        objection.propose(by=by)
        objection.finding, objection.affects, objection.reasons, objection.reply = finding, affects, reasons, reply
        objection.proposed_by, objection.answered_by, objection.answered_at = by, None, None
        weigh(objection.entry, Weight.OPEN, by=by)
    return objection


def answer(objection: Objection, *, by: User) -> Objection:
    """Confirm the finding; what it means for the person goes to the notice without a word of why."""
    with moving(objection) as objection:
        objection.answer(by=by)
        objection.answered_by, objection.answered_at = by, timezone.now()
        if objection.mode == Mode.NAMED and "@" in objection.contact:
            _write(objection, Kind.OBJECTION_ANSWERED, answered_letter(objection))
    weigh_all(objection.entry, by=by)
    return objection


def weigh_all(entry: Entry, *, by: User) -> None:
    """The heaviest of all objections to one person decides (domain 1.2.7)."""
    weights = {_weight(objection) for objection in entry.objections.filter(is_late=False)}
    heaviest = next((weight for weight in (Weight.BLOCKING, Weight.OPEN, Weight.UNDETERMINED) if weight in weights), Weight.NONE)
    weigh(entry, heaviest, by=by)


def _weight(objection: Objection) -> Weight:
    if objection.answered_at is None:
        return Weight.OPEN
    if objection.finding == Finding.UNDETERMINED:
        return Weight.UNDETERMINED if objection.affects else Weight.NONE
    return Weight.BLOCKING if objection.finding == Finding.SUBSTANTIATED and objection.affects else Weight.NONE


def read(objection: Objection, *, by: User) -> None:
    """Every reading is recorded."""
    with transaction.atomic():
        record("publicity.objection.read", objection, by=by)
