"""The list of posts: the address is the state, filters can be taken off one by one, an empty list helps on."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from positions.forms import FilterForm
from positions.models import Department, Position
from positions.queries import CLOSING_SOON, PositionQuerySet
from positions.states import Call, EngagementType, Status
from recruitment.core import spoken_dates
from recruitment.core.caching import public_page, remembered
from recruitment.core.templatetags.portal import state_badge

PER_PAGE = 20


@require_safe
@public_page
def listing(request: HttpRequest) -> HttpResponse:
    """Posts that fit the search and the filters; the list is the same for everybody, so that it is made once a minute at most."""
    return render(request, "positions/list.html", remembered(request, lambda: _part(request)))


def _part(request: HttpRequest) -> dict:
    form = FilterForm(request.GET, departments=Department.objects.only("code", "name").order_by("code"))
    form.is_valid()
    asked, choices = form.cleaned_data, form.choices()
    found = _of_status(asked.get("status")).search(asked.get("q", ""))
    found = found.closing_soon() if asked.get("closing") else found
    counts = _counts(found.tallied(), choices)
    pages = Paginator(found.narrowed(choices).entries(), PER_PAGE)
    pages.count = counts["total"]
    page = pages.get_page(request.GET.get("page"))
    groups = [_group(form, name, counts[name]) for name in ("kind", "department", "engagement", "language")]
    context = {
        "form": form,
        "page_obj": page,
        "entries": entries_of(page),
        "total": counts["total"],
        "groups": groups,
        "chips": _chips(request.GET, form, groups),
        "status": asked.get("status") or Status.OPEN,
        "statuses": Status.choices,
        "open_total": 0 if counts["total"] else Position.objects.current().count(),
    }
    return {"html": render_to_string("positions/_list.html", context, request), "has_errors": bool(form.errors)}


def entries_of(rows: Iterable[tuple]) -> list[dict]:
    """The lines of a list, with everything said once so that the template only sets it; `rows` are from `entries()`."""
    now, badges = timezone.now(), {call: state_badge(call, of="positions.call") for call in Call}
    labels = {engagement.value: str(engagement.label) for engagement in EngagementType}
    shelf = reverse("positions:list")  # a post stands under it; asking for each address costs more than the query
    return [_entry(row, now, badges=badges, labels=labels, shelf=shelf) for row in rows]


def _entry(row: tuple, now: datetime.datetime, *, badges: dict, labels: dict, shelf: str) -> dict:
    reference, state, opens_at, closes_at, headcount, engagement, *texts = row
    call = Call.at(now, state=state, opens_at=opens_at, closes_at=closes_at)
    title, summary, department = (text or spare for text, spare in zip(texts[:3], texts[3:], strict=True))
    days = (timezone.localdate(closes_at) - timezone.localdate(now)).days
    return {
        "reference": reference,
        "href": f"{shelf}{reference}/",
        "title": title,
        "summary": summary,
        "department": department,
        "headcount": str(headcount),
        "badge": badges[call],
        "engagement": labels[engagement],
        "closes": spoken_dates.day(closes_at),
        "left": days_left(days) if call == Call.OPEN else "",
        "is_closing_soon": call == Call.OPEN and closes_at - now <= CLOSING_SOON,
    }


def days_left(days: int) -> str:
    """How a deadline is counted down."""
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days} if days else pgettext("of a deadline", "last day")


def _of_status(status: str | None) -> PositionQuerySet:
    if status == Status.ALL:
        return Position.objects.public().in_order()
    return Position.objects.past() if status == Status.CLOSED else Position.objects.current()


def _counts(tally: list[tuple[dict, int]], choices: dict) -> dict:
    """How many posts there are in all, and behind each option if it were ticked beside the other filters."""
    counts: dict = {"total": 0} | {name: Counter() for name in choices}
    for facts, number in tally:
        unfit = [name for name, chosen in choices.items() if chosen and not _fits(facts[name], chosen)]
        if not unfit:
            counts["total"] += number
        for name in unfit if len(unfit) == 1 else () if unfit else choices:
            for value in facts[name] if isinstance(facts[name], list) else [facts[name]]:
                counts[name][value] += number
    return counts


def _fits(fact, chosen) -> bool:
    """Whether one post's fact is among what was ticked; languages are several."""
    return bool(set(fact) & set(chosen)) if isinstance(fact, list) else fact in chosen


def _group(form: FilterForm, name: str, counts: Mapping) -> dict:
    """One filter with its options: label, number of posts behind it, whether it is ticked; empty ones are left out."""
    ticked = set(form.cleaned_data.get(name) or [])
    options = []
    for index, (value, label) in enumerate(form.fields[name].choices):
        key = form.departments[value].pk if name == "department" else value
        if counts[key] or value in ticked:
            options.append(
                {"value": value, "label": str(label), "count": str(counts[key]), "ticked": value in ticked, "id": f"id_{name}_{index}"}
            )
    return {"name": name, "label": form.fields[name].label, "options": options, "is_open": bool(ticked) or name == "kind"}


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
