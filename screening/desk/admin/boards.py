"""The desk's own pages: the index with what is there for the reader, the board of all posts, the queue of what waits."""

from collections.abc import Iterator
from functools import cache

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from recruitment.core.stencils import OfficePage, Stencil, pager, piece
from recruitment.core.templatetags.portal import day, state_badge
from screening.applications.states import GROUPS, UNSEEN_BY_OFFICE, GateResult, State
from screening.desk.admin.areas import areas_of
from screening.desk.admin.lists import LONGEST_NUMBER
from screening.desk.queries import (
    MOST_WAITING,
    OFFICERS,
    POSTS_A_PAGE,
    array,
    counted,
    held_by,
    holdings,
    late_and_overdue,
    posts_on,
    queue_of,
)
from screening.desk.states import GATE_NOT_PASSED, HELD_IN, PROOF_OVERDUE, PUBLICATION_WITHDRAWN, REJECTION_PROPOSED, TASKS
from screening.qualification.models import CorrectionRequest

MOST_SHARES = 24
WHOSE = {"": _("All"), "mine": _("Assigned to me"), "free": pgettext_lazy("files", "Not assigned")}


def index_view(request):
    """What this reader may do here, in plain words."""
    queue = queue_of(request.user) if _is_officer(request) else []
    context = {
        **admin.site.each_context(request),
        "title": admin.site.index_title,
        "areas": areas_of(request),
        "is_officer": _is_officer(request),
        "waiting": len(queue),
        "is_cut": len(queue) >= MOST_WAITING,
        "overdue": sum(row.is_overdue for row in queue),
    }
    return TemplateResponse(request, "admin/index.html", context)


def board_view(request):
    """Each post with its files by stage; every number leads to the files behind it."""
    _officers_only(request)
    public = [key for holding in held_by(request.user, holdings()) for key in holding.public]
    last = max(1, -(-len(public) // POSTS_A_PAGE))
    page = request.GET.get("page", "1")
    page = min(max(int(page), 1), last) if page.isdecimal() and len(page) < LONGEST_NUMBER else 1
    posts = posts_on(array(public), page)
    keys = array(post.pk for post in posts)
    counts, marks, columns = counted(request.user, keys), late_and_overdue(keys), _columns()
    totals = [sum(told.get(state, 0) for told in counts.values() for state, _word in states) for _label, states in columns]
    lines = POST.each(_post(post, counts.get(post.pk, {}), marks.get(post.pk, (0, 0)), columns) for post in posts)
    shares = _shares(request.user, {post.pk: post for post in posts})
    return BOARD.shown(request, *totals, lines or piece("admin/_board_empty.html"), shares, pager(page, last, "?page="))


def _shares(user, posts: dict) -> str:
    """By post and month: files asked for corrections, and how many of them more than once; the newest month first."""
    requests = CorrectionRequest.objects.visible_to(user).filter(application__position__in=posts)
    rows = sorted(requests.share_with_second_request(), key=lambda row: (row.month, row.again), reverse=True)
    shares = tuple((posts[row.position].title, posts[row.position].reference, row) for row in rows[:MOST_SHARES])
    return piece("admin/_board_shares.html", shares=shares) if shares else ""


def _columns() -> list[tuple[str, list]]:
    """Each group with its states in the reader's words, spoken once for all lines."""
    return [(str(label), [(state.value, str(state.label)) for state in states]) for label, states in GROUPS.values()]


def _post(post, counts: dict[str, int], marks: tuple[int, int], columns: list) -> tuple:
    """What its candidate is still writing is counted and not shown."""
    cells = []
    for label, states in columns:
        found = [(post.pk, state, counts[state], word) for state, word in states if counts.get(state)]
        shown = "".join([(COUNTED if row[1] in UNSEEN_BY_OFFICE else LINKED).filled(*row) for row in found])
        cells.append(CELL.filled(label, SafeString(shown)) if found else NO_CELL.filled(label))
    told = piece("admin/_board_marks.html", approved=marks[0], overdue=marks[1]) if any(marks) else ""
    vacancies = piece("admin/_vacancies.html", number=post.headcount)
    return post.title, post.reference, post.department or post.code, vacancies, told, SafeString("".join(cells))


def _files() -> dict:
    return {"files": reverse("admin:applications_application_changelist")}


TOTALS = tuple(f"totals.{key}" for key in GROUPS)
BOARD = OfficePage("admin/desk_board.html", *TOTALS, "lines", "shares", "pager", fixed=lambda: {"title": _("Board"), "labels": _labels()})
POST = Stencil("admin/_board_post.html", "title", "reference", "department", "vacancies", "marks", "cells")
CELL = Stencil("admin/_board_cell.html", "label", "states")
NO_CELL = Stencil("admin/_board_cell.html", "label")
LINKED = Stencil("admin/_board_state.html", "post", "state", "number", "word", fixed=_files)
COUNTED = Stencil("admin/_board_state.html", "post", "state", "number", "word")


def _labels() -> dict:
    return {key: label for key, (label, _states) in GROUPS.items()}


def queue_view(request):
    """What waits for the reader, the nearest promise first."""
    _officers_only(request)
    whose = request.GET.get("whose", "")
    whose = whose if whose in WHOSE else ""
    rows = queue_of(request.user, whose)
    tabs = piece("admin/_queue_tabs.html", tabs=tuple((key, label, key == whose) for key, label in WHOSE.items()))
    cut = piece("admin/_queue_cut.html", number=len(rows)) if len(rows) >= MOST_WAITING else ""
    table = TABLE.filled(WAITING.each(_waiting(rows))) if rows else piece("admin/_queue_empty.html")
    return QUEUE.shown(request, tabs, cut, table)


QUEUE = OfficePage("admin/desk_queue.html", "tabs", "cut", "table", fixed=lambda: {"title": _("Queue")})
TABLE = Stencil("admin/_queue_table.html", "lines")
WAITING = Stencil("admin/_queue_line.html", "key", "reference", "person", "task", "title", "badge", "officer", "promise", fixed=_files)


def _waiting(rows: list) -> Iterator[tuple]:
    """What each line says; the words of tasks and states are few, and each is spoken once."""
    overdue, nobody = SafeString(" ") + piece("admin/_overdue.html"), piece("admin/_nobody.html")
    speak, badge = cache(str), cache(lambda state: state_badge(state, of="applications.application"))
    for row in rows:
        line, promise = row.line, day(row.promised_on) or "–"
        promise = promise + overdue if row.is_overdue else promise
        yield line.pk, line.reference, line.person, speak(_task(row)), line.title, badge(line.state), line.officer or nobody, promise


def _task(row) -> str:
    line = row.line
    if line.has_pending_rejection:
        return REJECTION_PROPOSED
    if row.has_overdue_proof:
        return PROOF_OVERDUE
    if line.withdrawn_at and line.state in HELD_IN:
        return PUBLICATION_WITHDRAWN
    gate = {State.QUALIFIED: "competence", State.TESTED: "crosscultural", State.NOMINATED: "security"}.get(line.state)
    if gate and getattr(line, f"{gate}_gate") == GateResult.NOT_PASSED:
        return GATE_NOT_PASSED
    return TASKS.get(line.state, "")


def _is_officer(request) -> bool:
    return request.user.has_role(*OFFICERS)


def _officers_only(request) -> None:
    if not _is_officer(request):
        raise PermissionDenied
