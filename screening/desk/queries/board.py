"""The board's sums: posts page by page, and how many files stand where."""

import datetime
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Count, F, QuerySet
from django.utils import timezone

from positions.models import Position
from recruitment.core.prepared import Prepared
from screening.applications.models import Application, LateRequest, MissedPromise
from screening.desk.queries.posts import any_of, spoken

POSTS_A_PAGE = 50


class Post(NamedTuple):
    """One post on a line of the board."""

    pk: int
    reference: str
    headcount: int
    title: str
    department: str
    code: str


def _posts(posts: str, now: datetime.datetime, start: int) -> QuerySet:
    rows = Position.objects.filter(any_of("pk", posts)).in_order(now).rewrite(False)
    rows = rows.annotate(spoken_title=spoken("title"), department_name=spoken("department__name"))
    columns = ("pk", "reference", "headcount", "spoken_title", "department_name", "department__code")
    return rows.values_list(*columns)[start : start + POSTS_A_PAGE]


@lru_cache(64)
def _page(start: int) -> Prepared:
    return Prepared(lambda posts, now: _posts(posts, now, start), str, datetime.datetime)


def _missed(posts: str) -> QuerySet:
    rows = MissedPromise.objects.filter(any_of("application__position", posts), state=F("application__state"))
    late = rows.filter(found_at__gte=F("application__moved_at")).order_by().values_list("application__position")
    return late.annotate(number=Count("application", distinct=True))


TALLY = Prepared(
    lambda posts: (
        Application.objects.filter(any_of("position", posts)).order_by().values_list("position", "state").annotate(number=Count("*"))
    ),
    str,
)
OWN = Prepared(lambda user: Application.objects.filter(candidate=user).order_by().values_list("position", "state"), int)
LATE = Prepared(lambda posts: LateRequest.objects.filter(any_of("application__position", posts)).approved_by_position(), str)
MISSED = Prepared(_missed, str)


def posts_on(posts: str, page: int) -> list[Post]:
    """The posts of one page of the board, those that are open first."""
    return [Post(*row) for row in _page((page - 1) * POSTS_A_PAGE).rows(posts, timezone.now())]


def counted(user, posts: str) -> dict[int, dict[str, int]]:
    """Post → state → number of files, drafts too; read from one index alone, so the reader's own files are taken off afterwards."""
    found: dict[int, dict[str, int]] = {}
    for position, state, number in TALLY.rows(posts):
        found.setdefault(position, {})[state] = number
    for position, state in OWN.rows(user.pk):
        if position in found:
            found[position][state] -= 1
    return found


def late_and_overdue(posts: str) -> dict[int, tuple[int, int]]:
    """Post → how many late submissions were approved, and how many files are later than promised at this moment."""
    approved, overdue = dict(LATE.rows(posts)), dict(MISSED.rows(posts))
    return {post: (approved.get(post, 0), overdue.get(post, 0)) for post in {*approved, *overdue}}
