"""The posts and officers of the reader's departments: one row for a department and a round, whatever the number of posts."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.contrib.postgres.aggregates import StringAgg
from django.db.models import BooleanField, F, Func, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf
from django.utils import timezone
from django.utils.translation import get_language

from positions.models import Position
from positions.states import PUBLIC_STATES, Stage
from recruitment.accounts.models import Assignment, User
from recruitment.accounts.roles import EVERYWHERE, Role
from recruitment.core.prepared import Prepared

OFFICERS = (Role.HR_OFFICER, Role.QUALIFICATION_OFFICER)
STAGES = (Stage.QUALIFICATION, Stage.COMPETENCE, Stage.CROSSCULTURAL, Stage.MERIT, Stage.SECURITY, Stage.NOTICE, Stage.OFFER)
SERVICE_TIMES = tuple(f"round__{'notice_working' if stage == Stage.NOTICE else stage.value}_days" for stage in STAGES)


@dataclass(frozen=True)
class Holding:
    """Posts of one department in one round: their keys, those that are public, and a sum over the words of the public ones."""

    code: str
    department: str
    service_days: dict[str, int]
    posts: tuple[int, ...]
    public: tuple[int, ...]
    words: str


def array(keys: Iterable) -> str:
    """Keys as PostgreSQL writes an array."""
    return f"{{{','.join(map(str, keys))}}}"


def any_of(column: str, keys: str, kind: str = "bigint") -> Q:
    """The column is one of an array of keys, sent as one value: in a list every one of hundreds is a parameter of its own."""
    told = Value(keys, TextField())
    return Q(Func(F(column), told, template=f"%(expressions)s::{kind}[])", arg_joiner=" = ANY(", output_field=BooleanField()))


def spoken(column: str) -> Coalesce:
    """A translated column in the reader's language, or in the first that has it."""
    own = get_language() or settings.PORTAL_LANGUAGE
    codes = dict.fromkeys((own, *settings.MODELTRANSLATION_FALLBACK_LANGUAGES))
    texts = (Cast(f"{column}_{code.replace('-', '_')}", TextField()) for code in codes)
    return Coalesce(*(NullIf(text, Value("")) for text in texts), Value(""), output_field=TextField())


def _holdings() -> QuerySet:
    """Not the posts themselves: of hundreds a page needs the keys."""
    key, is_public = Cast("pk", TextField()), Q(state__in=PUBLIC_STATES)
    words = StringAgg(Concat("reference", spoken("title"), output_field=TextField()), "\n", filter=is_public, order_by="pk")
    rows = QuerySet(Position).order_by("department__code", "round").annotate(department_name=spoken("department__name"))
    return rows.values_list("department__code", "department_name", "round", *SERVICE_TIMES).annotate(
        posts=StringAgg(key, ","), public=StringAgg(key, ",", filter=is_public), words=Func(words, function="md5")
    )


HOLDINGS = Prepared(_holdings)
TITLES = Prepared(
    lambda posts: (
        QuerySet(Position)
        .filter(any_of("pk", posts))
        .order_by("-reference")
        .annotate(spoken_title=spoken("title"))
        .values_list("pk", "reference", "spoken_title")
    ),
    str,
)
ASSIGNED = Prepared(
    lambda: (
        Assignment.objects.filter(role__in=OFFICERS, user__is_active=True)
        .order_by("user__display_name", "user__email")
        .values_list("user", "user__display_name", "user__email", "role", "department_code", "since", "until")
    )
)


def holdings() -> list[Holding]:
    """All that there are."""
    rows = []
    for code, name, _round, *days, posts, public, words in HOLDINGS.rows():
        rows.append(Holding(code, name or code, dict(zip(STAGES, days, strict=True)), _keys(posts), _keys(public), words or ""))
    return rows


def held_by(user, found: list[Holding], *roles: Role) -> list[Holding]:
    """Those of the departments for which the reader has one of the roles."""
    scopes = [user.department_codes(role) for role in roles or OFFICERS if user.has_role(role)]
    if None in scopes:
        return found
    codes = {code for scope in scopes for code in scope or ()}
    return [holding for holding in found if holding.code in codes]


@lru_cache(256)
def _keys(text: str | None) -> tuple[int, ...]:
    return tuple(int(key) for key in text.split(",")) if text else ()


@dataclass(frozen=True)
class Assigned:
    """Somebody with an officer's role today."""

    key: int
    name: str
    role: str
    code: str


def assigned() -> list[Assigned]:
    """Every officer's role that is in force, by the officers' names."""
    now = timezone.now()
    return [
        Assigned(key, name or email, role, code)
        for key, name, email, role, code, since, until in ASSIGNED.rows()
        if since <= now and (until is None or until > now)
    ]


def officers_for(codes):
    """Who can be given a file of one of these departments; None stands for all of them."""
    given = Assignment.objects.in_force().filter(role__in=OFFICERS)
    if codes is not None:
        given = given.filter(department_code__in=[*codes, EVERYWHERE])
    return User.objects.filter(pk__in=given.values("user"), is_active=True).order_by("display_name", "email")
