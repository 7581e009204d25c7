"""The verbs of conflicts: recuse, abstain, look for hints, answer a question, and decide where the sides disagree."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.core.refusals import Refused
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from screening.applications.models import Application, Education, Employment, Interest, Referee
from screening.assessors.models import Abstention, Assessor, ConflictHint, Membership, Panel, Recusal
from screening.assessors.permissions import may_answer, may_probe, may_recuse
from screening.assessors.resemblance import Life, Stay, Told, forms, touches, year
from screening.assessors.states import Ground, StationKind


@transaction.atomic
def recuse(application: Application, *, assessor: User, ground: Ground, reason: str, by: User) -> Recusal:
    """An assessor steps back from one file: at once it leaves their lists, counts and pages, and what they marked does not count."""
    if not may_recuse(application, assessor, by):
        raise PermissionDenied
    recusal, is_new = Recusal.objects.get_or_create(
        assessor=assessor, application=application, defaults={"ground": ground, "reason": reason, "declared_by": by}
    )
    if is_new:
        record("screening.recusal.recuse", recusal, by=by, data={"application": application.candidate_code, "ground": ground})
    return recusal


@transaction.atomic
def abstain(position, *, reason: str, by: User) -> Abstention:
    """An assessor keeps out of a whole post; their seats on its panels end at once."""
    if not Membership.objects.live().of(by).filter(panel__position=position).exists():
        raise PermissionDenied
    abstention = Abstention.objects.create(assessor=by, position=position, reason=reason)
    for seat in Membership.objects.live().of(by).filter(panel__position=position):
        with moving(seat) as seat:
            seat.left_at = timezone.now()
    record("screening.abstention.abstain", abstention, by=by, data={"position": position.reference})
    return abstention


@transaction.atomic
def probe(panel: Panel, *, by: User) -> list[ConflictHint]:
    """Compare every member with every file of the post; whoever could be connected is asked. Done again it asks what is new."""
    if not may_probe(panel, by):
        raise PermissionDenied
    told = _told(panel.position)
    seats = panel.memberships.live().select_related("assessor__assessor")
    asked = [hint for seat in seats for hint in _ask(seat.assessor, told)]
    if asked or not by.is_robot:
        record("screening.panel.probe", panel, by=by, data={"number": len(asked)})
    return asked


def ask_member(panel: Panel, assessor: User, *, by: User) -> list[ConflictHint]:
    """The same for one person who has just taken a seat."""
    if not may_probe(panel, by):
        raise PermissionDenied
    return _ask(assessor, _told(panel.position)) if hasattr(assessor, "assessor") else []


def _ask(person: User, told: dict[Application, Told]) -> list[ConflictHint]:
    """New questions to one person, and one letter for all of them."""
    life = _life(person)
    known = set(ConflictHint.objects.filter(assessor=person).values_list("application", "ground"))
    recused = set(person.recusals.values_list("application", flat=True))
    hints = [
        ConflictHint(
            assessor=person, application=file, ground=touch.ground, institution=touch.institution, since=touch.since, until=touch.until
        )
        for file, said in told.items()
        if file.pk not in recused
        for touch in touches(life, said)
        if (file.pk, touch.ground) not in known
    ]
    for hint in hints:
        hint.save(force_insert=True)
    if hints:
        notify(person, Kind.CONFLICT_ASKED, about=hints[0], number=len(hints))
    return hints


def _life(person: User) -> Life:
    """What the pool knows of somebody; without a profile only their name and address."""
    profile: Assessor | None = getattr(person, "assessor", None)
    if profile is None:
        return Life(forms(person.display_name), person.email, "")
    stays = tuple(Stay(row.kind, row.institution, row.since, row.until) for row in profile.stations.all())
    return Life(forms(profile.name) | forms(person.display_name), person.email, profile.institution, stays)


def _told(position) -> dict[Application, Told]:
    """What the files of a post say that could touch somebody, in five queries however many there are."""
    files = {file.pk: file for file in Application.objects.for_position(position).in_office().live().select_related("position")}
    said: dict[int, tuple[list, list, list]] = {pk: ([], [], []) for pk in files}
    for job in Employment.objects.filter(application__in=files):
        said[job.application_id][0].append(Stay(StationKind.EMPLOYER, job.employer, year(job.began_on), year(job.ended_on)))
    for degree in Education.objects.filter(application__in=files):
        until = year(degree.graduated_on)
        said[degree.application_id][0].append(Stay(StationKind.EDUCATION, degree.institution, year(degree.began_on), until))
    for referee in Referee.objects.filter(application__in=files, withdrawn_at=None):
        said[referee.application_id][1].append((referee.name, referee.email))
    for interest in Interest.objects.filter(application__in=files):
        said[interest.application_id][2].append(f"{interest.who} {interest.body}")
    return {files[pk]: Told(tuple(stays), tuple(referees), tuple(interests)) for pk, (stays, referees, interests) in said.items()}


def answer(hint: ConflictHint, *, is_partial: bool, note: str = "", by: User) -> ConflictHint:
    """What the assessor says: a yes takes the file out of their world, a no against the candidate's word goes to the office."""
    if not may_answer(hint, by) or not ConflictHint.objects.asked_of(by).filter(pk=hint.pk).exists():
        raise PermissionDenied
    with moving(hint) as hint:
        verb = hint.confirm if is_partial else hint.dispute if hint.has_candidate_spoken else hint.deny
        verb(by=by)
        hint.answered_at, hint.note = timezone.now(), note
        if is_partial:
            reason = note or str(hint.get_ground_display())
            recuse(hint.application, assessor=by, ground=Ground.CONFLICT, reason=reason, by=by)
    return hint


def uphold(hint: ConflictHint, *, reason: str, by: User) -> ConflictHint:
    """The office sees a conflict: the file leaves the assessor's world."""
    with moving(hint) as hint:
        hint.uphold(by=by)
        _decide(hint, reason, by)
        recuse(hint.application, assessor=hint.assessor, ground=Ground.CONFLICT, reason=reason, by=by)
    return hint


def dismiss(hint: ConflictHint, *, reason: str, by: User) -> ConflictHint:
    """The office sees none: the assessor keeps the file."""
    with moving(hint) as hint:
        hint.dismiss(by=by)
        _decide(hint, reason, by)
    return hint


def _decide(hint: ConflictHint, reason: str, by: User) -> None:
    if not reason.strip():
        raise Refused(_("Give the reason of the decision."), subject=hint)
    hint.decided_by, hint.decision = by, reason
