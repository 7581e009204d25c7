"""The list of posts: the address is the state, filters can be taken off one by one, an empty list helps on."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from positions.forms import FilterForm
from positions.models import Department, Position
from positions.queries import PositionQuerySet
from positions.states import EngagementType, PositionKind, Status, WorkingLanguage
from recruitment.core.caching import public_page

PER_PAGE = 20


@require_safe
@public_page
def listing(request: HttpRequest) -> HttpResponse:
    """Posts that fit the search and the filters."""
    form = FilterForm(request.GET, departments=Department.objects.only("code", "name").order_by("code"))
    form.is_valid()
    choices = form.choices()
    found = _of_status(Position.objects.public(), form.cleaned_data.get("status")).search(form.cleaned_data.get("q", ""))
    counts = found.counted(choices, _options(form))
    pages = Paginator(found.narrowed(choices).for_list(), PER_PAGE)
    pages.count = counts["total"]
    groups = [_group(form, name, counts) for name in ("kind", "department", "engagement", "language")]
    context = {
        "form": form,
        "page_obj": pages.get_page(request.GET.get("page")),
        "total": counts["total"],
        "groups": groups,
        "chips": _chips(request.GET, form, groups),
        "status": form.cleaned_data.get("status") or Status.OPEN,
        "statuses": Status.choices,
        "closing_count": counts["closing"][True],
        "open_total": 0 if counts["total"] else Position.objects.current().count(),
    }
    return render(request, "positions/list.html", context)


def _of_status(positions: PositionQuerySet, status: str | None) -> PositionQuerySet:
    if status == Status.ALL:
        return positions
    return positions.past() if status == Status.CLOSED else positions.current()


def _options(form: FilterForm) -> dict[str, list]:
    """Filter → every value that can be ticked, departments by their key."""
    return {
        "kind": PositionKind.values,
        "department": [department.pk for department in form.departments.values()],
        "engagement": EngagementType.values,
        "language": WorkingLanguage.values,
        "closing": [True],
    }


def _group(form: FilterForm, name: str, counts: dict) -> dict:
    """One filter with its options: label, number of posts behind it, whether it is ticked; empty ones are left out."""
    ticked = set(form.cleaned_data.get(name) or [])
    options = []
    for index, (value, label) in enumerate(form.fields[name].choices):
        key = form.departments[value].pk if name == "department" else value
        if counts[name][key] or value in ticked:
            options.append(
                {"value": value, "label": label, "count": counts[name][key], "ticked": value in ticked, "id": f"id_{name}_{index}"}
            )
    return {"name": name, "label": form.fields[name].label, "options": options}


def _chips(query: QueryDict, form: FilterForm, groups: list[dict]) -> list[dict]:
    """What is in force, each with the address of the same list without it."""
    chips = []
    if text := form.cleaned_data.get("q"):
        chips.append({"label": f"“{text}”", "href": _without(query, "q")})
    for group in groups:
        for option in group["options"]:
            if option["ticked"]:
                chips.append({"label": option["label"], "count": option["count"], "href": _without(query, group["name"], option["value"])})
    if form.cleaned_data.get("closing"):
        chips.append({"label": form.fields["closing"].label, "href": _without(query, "closing")})
    return chips


def _without(query: QueryDict, name: str, value: str | None = None) -> str:
    """The same address without one filter, from its first page."""
    rest = query.copy()
    rest.pop("page", None)
    rest.setlist(name, [other for other in rest.getlist(name) if value is not None and other != value])
    return f"?{rest.urlencode()}"
