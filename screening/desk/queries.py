"""How the desk looks across the stages: few queries, whatever the number of files."""

import functools
import operator

from django.db.models import BooleanField, Count, Exists, F, Func, OuterRef, Prefetch, Q, QuerySet, TextField, Value

from positions.models import Position, Round
from recruitment.accounts.models import Assignment, User
from recruitment.accounts.roles import EVERYWHERE, Role
from recruitment.calendar.queries import working_days
from screening.applications.conditions import promise_of
from screening.applications.models import Application, Identity, LateRequest, MissedPromise, Rejection
from screening.applications.queries import LANGUAGES
from screening.applications.states import GateResult, State
from screening.applications.states.following import CLOCKS
from screening.desk.conditions import is_overdue
from screening.desk.states import HELD_IN, REASONS, WAITING_FOR
from screening.qualification.models import Check

OFFICERS = (Role.HR_OFFICER, Role.QUALIFICATION_OFFICER)
TITLES = tuple(f"title_{code}" for code in LANGUAGES)
SERVICE_TIMES = (
    *(f"{stage}_days" for stage in ("qualification", "competence", "crosscultural", "merit", "security", "offer")),
    "notice_working_days",
)
# What lies encrypted is opened on the dossier only.
SHOWN = (
    *("reference", "state", "moved_at", "correction_due_on", "officer", "position", "publication_withdrawn_at"),
    *("competence_gate", "crosscultural_gate", "security_gate"),
    *("identity__full_name_latin", "identity__chinese_name", "rejection__approved_at"),
)
MOST_WAITING = 50
NEVER = "9999-12-31"


def any_of(column: str, keys) -> Q:
    """The column is one of these keys, sent as one value: in a list every one of hundreds is a parameter of its own."""
    array = Value(f"{{{','.join(str(int(key)) for key in keys)}}}", TextField())
    return Q(Func(F(column), array, template="%(expressions)s::bigint[])", arg_joiner=" = ANY(", output_field=BooleanField()))


def on_desk_of(user):
    """Files the reader may work on: handed in, of their departments, never their own."""
    return Application.objects.visible_to(user).in_office().exclude(candidate=user)


def for_list(applications):
    """… with what one line shows and no column more; posts and officers are few, so each is read once and shared by its files."""
    posts = Position.objects.select_related("round").only("reference", "round", *TITLES, *(f"round__{name}" for name in SERVICE_TIMES))
    rows = applications.select_related("identity", "rejection").only(*SHOWN)
    return rows.prefetch_related(Prefetch("position", posts), Prefetch("officer", User.objects.only("display_name", "email")))


def for_board(posts):
    """… posts with what the board shows, in order."""
    names = ("reference", "headcount", "department__code", *(f"department__name_{code}" for code in LANGUAGES))
    return posts.select_related("department").only(*names, *TITLES).in_order()


def plain(rows) -> QuerySet:
    """The same rows without looking for another language: of what is public every title is there in each."""
    return QuerySet(rows.model, query=rows.query)


def positions_of(user):
    """The posts of the reader's departments."""
    codes: set[str] = set()
    for role in OFFICERS:
        if user.has_role(role):
            held = user.department_codes(role)
            if held is None:
                return Position.objects.all()
            codes.update(held)
    return Position.objects.filter(department__code__in=codes)


def officers_for(codes):
    """Who can be given a file of one of these departments; None stands for all of them."""
    given = Assignment.objects.in_force().filter(role__in=OFFICERS)
    if codes is not None:
        given = given.filter(department_code__in=[*codes, EVERYWHERE])
    return User.objects.filter(pk__in=given.values("user"), is_active=True).order_by("display_name", "email")


def counted(user, positions) -> dict[int, dict[str, int]]:
    """Post → state → number of files, drafts too; read from one index alone, so the reader's own files are taken off afterwards."""
    rows = Application.objects.filter(position__in=positions)
    found: dict[int, dict[str, int]] = {}
    for position, state, number in rows.order_by().values_list("position", "state").annotate(number=Count("*")):
        found.setdefault(position, {})[state] = number
    for position, state in rows.of_candidate(user).values_list("position", "state"):
        found[position][state] -= 1
    return found


def late_and_overdue(positions) -> dict[int, tuple[int, int]]:
    """Post → how many late submissions were approved, and how many files are later than promised at this moment."""
    approved = LateRequest.objects.approved_by_position(positions)
    rows = MissedPromise.objects.filter(application__position__in=positions, state=F("application__state"))
    late = rows.filter(found_at__gte=F("application__moved_at")).order_by().values_list("application__position")
    overdue = dict(late.annotate(number=Count("application", distinct=True)))
    return {post: (approved.get(post, 0), overdue.get(post, 0)) for post in {*approved, *overdue}}


def queue_of(user, whose: str = "") -> list:
    """What waits for the reader's roles, the nearest promise first; at most `MOST_WAITING` of each kind are looked at."""
    promises = _promises(user, whose)
    nearest = sorted(promises, key=lambda key: (str(promises[key][0] or NEVER), promises[key][1], key))[:MOST_WAITING]
    rows = for_list(on_desk_of(user)).in_bulk(nearest)
    late = set(Check.objects.overdue().filter(application__in=nearest).values_list("application", flat=True)) if nearest else set()
    for key, row in rows.items():
        row.has_overdue_proof = key in late
        row.promised_on = promises[key][0]
        row.is_overdue = is_overdue(row.promised_on)
    return [rows[key] for key in nearest if key in rows]


def _promises(user, whose: str) -> dict[int, tuple]:
    """File → its promised day and its last step, from its columns alone: of many that wait a few are shown."""
    base = Application.objects.exclude(candidate=user).order_by("moved_at")
    columns = ("pk", "state", "moved_at", "correction_due_on", "position")
    pieces = [base.filter(piece & _handed(user, whose)).values_list(*columns)[:MOST_WAITING] for piece in _waiting(user)]
    found = {key: rest for key, *rest in pieces[0].union(*pieces[1:], all=True)}
    round_of = dict(
        QuerySet(Position).filter(any_of("pk", {position for *_columns, position in found.values()})).values_list("pk", "round")
    )
    rounds, calendar = Round.objects.in_bulk(set(round_of.values())), working_days()
    return {
        key: (promise_of(state, moved_at, rounds[round_of[position]], calendar) if state in CLOCKS else due, moved_at)
        for key, (state, moved_at, due, position) in found.items()
    }


def _handed(user, whose: str) -> Q:
    return {"mine": Q(officer=user), "free": ~Q(officer=user) | Q(officer=None)}.get(whose, Q())


def _waiting(user) -> list[Q]:
    """Each kind of waiting as one condition on the file's own columns, so that each can be read in the order of an index.

    A file waits for somebody with the role unless another one of them has it; a case officer of an earlier stage holds nobody up.
    A proposed rejection waits for everybody but who proposed it.
    """
    proposed = Rejection.objects.filter(approved_by=None).exclude(proposed_by=user).values("application")
    scopes = {role: _scope(user, role) for role in OFFICERS if user.has_role(role)}
    pieces = [Q(pk__in=proposed, state__in=REASONS) & (functools.reduce(operator.or_, scopes.values()) if scopes else Q(pk=None))]
    if scopes:
        # A proof that was promised and did not come holds the file up, wherever it stands (domain 2.1.9).
        late = functools.reduce(operator.or_, scopes.values())
        pieces.append(Q(pk__in=Check.objects.overdue().values("application")) & late)
    for role, states in WAITING_FOR.items():
        if role in scopes:
            others = User.objects.with_role(role).exclude(pk=user.pk).values("pk")
            free = scopes[role] & ~Q(Exists(Rejection.objects.filter(application=OuterRef("pk"))))
            free &= Q(officer=None) | ~Q(officer__in=others)
            pieces += [free & Q(state=state) for state in states]
            if role == Role.HR_OFFICER:
                pieces.append(free & Q(state=State.NOMINATED, security_gate=GateResult.NOT_PASSED))
                pieces.append(free & Q(state__in=HELD_IN, publication_withdrawn_at__isnull=False))
    return pieces


def _scope(user, role: Role) -> Q:
    """The posts by their numbers: a join would make the planner sort all files of a state to find the oldest."""
    codes = user.department_codes(role)
    return Q() if codes is None else any_of("position", QuerySet(Position).filter(department__code__in=codes).values_list("pk", flat=True))


def called(term: str):
    """Files of people one of whose names begins like this, in whatever script."""
    names = ("full_name_latin", "family_name", "full_name_native")
    begins = Q(chinese_name__startswith=term)
    for name in names:
        begins |= Q(**{f"{name}__istartswith": term})
    return Identity.objects.filter(begins).values("application")
