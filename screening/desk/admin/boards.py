"""The desk's own pages: the index with what is there for the reader, the board of all posts, the queue of what waits."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from screening.applications.states import GROUPS, UNSEEN_BY_OFFICE, GateResult, State
from screening.desk.admin.areas import areas_of
from screening.desk.conditions import pending_rejection
from screening.desk.queries import MOST_WAITING, OFFICERS, counted, for_board, late_and_overdue, positions_of, queue_of
from screening.desk.states import GATE_NOT_PASSED, HELD_IN, PROOF_OVERDUE, PUBLICATION_WITHDRAWN, REJECTION_PROPOSED, TASKS
from screening.qualification.models import CorrectionRequest

POSITIONS_A_PAGE = 50
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
    page = Paginator(for_board(positions_of(request.user).public()), POSITIONS_A_PAGE).get_page(request.GET.get("page"))
    counts = counted(request.user, [position.pk for position in page])
    marks = late_and_overdue([position.pk for position in page])
    columns, files = _columns(), reverse("admin:applications_application_changelist")
    lines = [
        (
            position,
            _vacancies(position.headcount),
            marks.get(position.pk),
            [_cell(column, counts.get(position.pk, {}), f"{files}?position={position.pk}&state=") for column in columns],
        )
        for position in page
    ]
    totals = [sum(cells[column]["number"] for *_rest, cells in lines) for column in range(len(GROUPS))]
    context = {
        **admin.site.each_context(request),
        "title": _("Board"),
        "groups": [(label, total) for (label, _states), total in zip(GROUPS.values(), totals, strict=True)],
        "lines": lines,
        "shares": _shares(request.user, {position.pk: position for position in page}),
        "page_obj": page,
    }
    return TemplateResponse(request, "admin/desk_board.html", context)


def _shares(user, posts: dict) -> list[tuple]:
    """By post and month: files asked for corrections, and how many of them more than once; the newest month first."""
    requests = CorrectionRequest.objects.visible_to(user).filter(application__position__in=posts)
    rows = sorted(requests.share_with_second_request(), key=lambda row: (row.month, row.again), reverse=True)
    return [(posts[row.position], row) for row in rows[:MOST_SHARES]]


def _columns() -> list[tuple[str, list]]:
    """Each group with its states in the reader's words, spoken once for all lines."""
    return [(str(label), [(state, str(state.label)) for state in states]) for label, states in GROUPS.values()]


def _cell(column: tuple[str, list], counts: dict[str, int], files: str) -> dict:
    """What its candidate is still writing is counted and not shown."""
    label, states = column
    found = [
        (word, counts[state], "" if state in UNSEEN_BY_OFFICE else f"{files}{state.value}") for state, word in states if counts.get(state)
    ]
    return {"label": label, "number": sum(number for _word, number, _url in found), "states": found}


def _vacancies(number: int) -> str:
    return ngettext("%(number)s vacancy", "%(number)s vacancies", number) % {"number": number}


def queue_view(request):
    """What waits for the reader, the nearest promise first."""
    _officers_only(request)
    whose = request.GET.get("whose", "")
    whose = whose if whose in WHOSE else ""
    rows = queue_of(request.user, whose)
    context = {
        **admin.site.each_context(request),
        "title": _("Queue"),
        "rows": [(row, _task(row), reverse("admin:applications_application_change", args=[row.pk])) for row in rows],
        "tabs": [(key, label, key == whose) for key, label in WHOSE.items()],
        "overdue": sum(row.is_overdue for row in rows),
        "is_cut": len(rows) >= MOST_WAITING,
    }
    return TemplateResponse(request, "admin/desk_queue.html", context)


def _task(application):
    if pending_rejection(application):
        return REJECTION_PROPOSED
    if application.has_overdue_proof:
        return PROOF_OVERDUE
    if application.publication_withdrawn_at and application.state in HELD_IN:
        return PUBLICATION_WITHDRAWN
    gate = {State.QUALIFIED: "competence", State.TESTED: "crosscultural", State.NOMINATED: "security"}.get(application.state)
    if gate and getattr(application, f"{gate}_gate") == GateResult.NOT_PASSED:
        return GATE_NOT_PASSED
    return TASKS.get(application.state, "")


def _is_officer(request) -> bool:
    return request.user.has_role(*OFFICERS)


def _officers_only(request) -> None:
    if not _is_officer(request):
        raise PermissionDenied
