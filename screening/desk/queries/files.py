"""Files as the desk's lines show them: plain values of the columns that are shown, and no column more."""

import datetime
from typing import NamedTuple

from django.db.models import CharField, IntegerField, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf, TruncDate

from recruitment.calendar.periods import SHANGHAI
from recruitment.core.prepared import Prepared
from screening.applications.conditions import promise_of
from screening.applications.models import Application, Identity
from screening.applications.states import State
from screening.applications.states.following import CLOCKS
from screening.desk.queries.posts import any_of, spoken

MOST_COUNTED = 1000
LINES_A_PAGE = 25
# Django reads an instant in Python; a line shows its day only.
MOVED_ON = TruncDate("moved_at", tzinfo=SHANGHAI)


class Line(NamedTuple):
    """One file on a line."""

    pk: int
    reference: str
    state: str
    moved_on: datetime.date
    correction_due_on: datetime.date | None
    position: int
    post: str
    latin: str | None
    chinese: str | None
    withdrawn_at: datetime.datetime | None
    competence_gate: str
    crosscultural_gate: str
    security_gate: str
    rejection: int | None
    approved_at: datetime.datetime | None
    title: str
    officer: str | None

    @property
    def person(self) -> str:
        """Passport name and, where there is one, the Chinese name."""
        return f"{self.latin or ''} {self.chinese or ''}".strip() or "–"

    @property
    def has_pending_rejection(self) -> bool:
        return self.rejection is not None and self.approved_at is None

    def promised_on(self, service_days: dict[str, int], calendar) -> datetime.date | None:
        """By when an answer is promised; corrections have their own day."""
        return promised(self.state, self.moved_on, self.correction_due_on, service_days, calendar)


def promised(state, moved_on, correction_due_on, service_days: dict[str, int], calendar) -> datetime.date | None:
    """The promised day of a file, from its columns."""
    if state in CLOCKS:
        return promise_of(state, moved_on, service_days, calendar)
    return correction_due_on if state == State.RETURNED else None


class Counted(Subquery):
    """How many rows a bounded queryset has; asked beside the rows of a page, so that it costs no question of its own."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def on_desk_of(user):
    """Files the reader may work on: handed in, of their departments, never their own."""
    return Application.objects.visible_to(user).in_office().exclude(candidate=user)


def on_desk(posts: str, states: str, user):
    """The same by keys: files of these posts in one of these states, but for the reader's own."""
    return Application.objects.filter(any_of("position", posts), any_of("state", states, "text")).exclude(candidate=user)


def as_lines(rows) -> QuerySet:
    """… as plain values, in the order of `Line`; what lies encrypted is opened on the dossier only."""
    officer = Coalesce(NullIf("officer__display_name", Value("")), "officer__email", output_field=CharField())
    return rows.annotate(moved_on=MOVED_ON, line_title=spoken("position__title"), line_officer=officer).values_list(
        *("pk", "reference", "state", "moved_on", "correction_due_on", "position", "position__reference"),
        *("identity__full_name_latin", "identity__chinese_name", "publication_withdrawn_at"),
        *("competence_gate", "crosscultural_gate", "security_gate", "rejection__id", "rejection__approved_at"),
        *("line_title", "line_officer"),
    )


def _page(rows, order: str, start: int) -> QuerySet:
    """Lines from one on, each with how many there are, counted to a thousand and one."""
    total = Counted(rows.order_by().values("pk")[: MOST_COUNTED + 1])
    return as_lines(rows.order_by(order)).annotate(total=total)[start : start + LINES_A_PAGE]


FIRST_PAGE = Prepared(lambda posts, states, user: _page(on_desk(posts, states, user), "-pk", 0), str, str, int)


def first_page(posts: str, states: str, user) -> tuple[list[Line], int]:
    """The newest files of these posts in these states, and how many there are."""
    return _told(FIRST_PAGE.rows(posts, states, user.pk))


def page_of(rows, order: str, start: int) -> tuple[list[Line], int]:
    """Any other page, in an order."""
    return _told(list(_page(rows, order, start)))


def _told(rows: list[tuple]) -> tuple[list[Line], int]:
    return [Line(*row[:-1]) for row in rows], rows[0][-1] if rows else 0


def for_list(applications):
    """Files with what their verbs look at, for those that are ticked on the list."""
    return applications.select_related("position__round", "position__department", "officer", "identity", "rejection")


def called(term: str):
    """Files of people one of whose names begins like this, in whatever script."""
    names = ("full_name_latin", "family_name", "full_name_native")
    begins = Q(chinese_name__startswith=term)
    for name in names:
        begins |= Q(**{f"{name}__istartswith": term})
    return Identity.objects.filter(begins).values("application")
