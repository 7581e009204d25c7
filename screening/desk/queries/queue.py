"""What waits for whom, the nearest promise first: each kind read in the order of an index, a few of many shown."""

import datetime
import functools
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from recruitment.accounts.roles import Role
from recruitment.calendar.queries import working_days
from recruitment.core.prepared import Prepared
from screening.applications.models import Application, Rejection
from screening.applications.states import GateResult, State
from screening.desk.conditions import is_overdue
from screening.desk.queries.files import MOVED_ON, Line, as_lines, promised
from screening.desk.queries.posts import any_of, array, assigned, held_by, holdings
from screening.desk.states import HELD_IN, REASONS, WAITING_FOR
from screening.qualification.models import Check

MOST_WAITING = 50
# Those whose proof is due the longest come first; more than these are not looked at before the first are settled.
MOST_OVERDUE = 1000
NEVER = datetime.date.max


@dataclass(frozen=True)
class Waiting:
    """A file that waits, and by when an answer is promised."""

    line: Line
    promised_on: datetime.date | None
    has_overdue_proof: bool

    @property
    def is_overdue(self) -> bool:
        return is_overdue(self.promised_on)


def _pieces(whose: str, user, posts: dict[Role, str], others: dict[Role, str], late: str) -> list[QuerySet]:
    """Each kind of waiting as one condition on the file's own columns.

    A file waits for somebody with the role unless another one of them has it; a case officer of an earlier stage holds nobody up.
    A proposed rejection waits for everybody but who proposed it.
    """
    handed = {"mine": Q(officer=user), "free": ~Q(officer=user) | Q(officer=None)}.get(whose, Q())
    proposed = Rejection.objects.filter(approved_by=None).exclude(proposed_by=user).values("application")
    own = functools.reduce(Q.__or__, (any_of("position", keys) for keys in posts.values()))
    # A proof that was promised and did not come holds the file up, wherever it stands (domain 2.1.9).
    pieces = [Q(pk__in=proposed, state__in=REASONS) & own, any_of("pk", late) & own]
    for role, states in WAITING_FOR.items():
        free = any_of("position", posts[role]) & ~Q(Exists(Rejection.objects.filter(application=OuterRef("pk"))))
        free &= Q(officer=None) | ~any_of("officer", others[role])
        pieces += [free & Q(state=state) for state in states]
        if role == Role.HR_OFFICER:
            pieces.append(free & Q(state=State.NOMINATED, security_gate=GateResult.NOT_PASSED))
            pieces.append(free & Q(state__in=HELD_IN, publication_withdrawn_at__isnull=False))
    base = Application.objects.exclude(candidate=user).order_by("moved_at")
    told = {"moved_on": MOVED_ON, "moved": Cast("moved_at", TextField())}
    columns = ("pk", "state", "moved_on", "moved", "correction_due_on", "position")
    return [base.filter(piece & handed).annotate(**told).values_list(*columns)[:MOST_WAITING] for piece in pieces]


def _waiting(whose: str) -> Callable[..., QuerySet]:
    def make(user, hr_posts, hr_others, checkers_posts, checkers_others, late) -> QuerySet:
        posts = {Role.HR_OFFICER: hr_posts, Role.QUALIFICATION_OFFICER: checkers_posts}
        others = {Role.HR_OFFICER: hr_others, Role.QUALIFICATION_OFFICER: checkers_others}
        first, *rest = _pieces(whose, user, posts, others, late)
        return first.union(*rest, all=True)

    return make


WAITING = {whose: Prepared(_waiting(whose), int, str, str, str, str, str) for whose in ("", "mine", "free")}
SHOWN = Prepared(lambda keys, posts, user: as_lines(_shown(keys, posts, user)), str, str, int)


def _shown(keys, posts, user) -> QuerySet:
    return Application.objects.in_office().filter(any_of("pk", keys), any_of("position", posts)).exclude(candidate=user).order_by()


def queue_of(user, whose: str = "") -> list[Waiting]:
    """What waits for the reader's roles, the nearest promise first; at most `MOST_WAITING` of each kind are looked at."""
    found, officers, calendar = holdings(), assigned(), working_days()
    told: list[str] = []
    for role in (Role.HR_OFFICER, Role.QUALIFICATION_OFFICER):
        of_role = held_by(user, found, role) if user.has_role(role) else []
        told.append(array(key for holding in of_role for key in holding.posts))
        told.append(array({officer.key for officer in officers if officer.role == role} - {user.pk}))
    late = set(Check.objects.overdue().order_by("due_on").values_list("application", flat=True)[:MOST_OVERDUE])
    days = {key: holding.service_days for holding in found for key in holding.posts}
    waiting = {
        key: (promised(state, moved_on, due, days[position], calendar) or NEVER, moved)
        for key, state, moved_on, moved, due, position in WAITING[whose].rows(user.pk, *told, array(late))
    }
    nearest = sorted(waiting, key=lambda key: (*waiting[key], key))[:MOST_WAITING]
    posts = array(key for holding in held_by(user, found) for key in holding.posts)
    lines = {row[0]: Line(*row) for row in SHOWN.rows(array(nearest), posts, user.pk)} if nearest else {}
    days_of = {key: None if waiting[key][0] == NEVER else waiting[key][0] for key in nearest}
    return [Waiting(lines[key], days_of[key], key in late) for key in nearest if key in lines]
