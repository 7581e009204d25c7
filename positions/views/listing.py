"""The list of posts: the address is the state, filters can be taken off one by one, an empty list helps on."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from positions.forms import FilterForm
from positions.models import Department, Position
from positions.queries import CLOSING_SOON, PositionQuerySet
from positions.states import Call, EngagementType, Status
from recruitment.core import spoken_dates
from recruitment.core.caching import public_page
from recruitment.core.templatetags.portal import state_badge

PER_PAGE = 20


@require_safe
@public_page
def listing(request: HttpRequest) -> HttpResponse:
    """Posts that fit the search and the filters."""
    form = FilterForm(request.GET, departments=Department.objects.only("code", "name").order_by("code"))
    form.is_valid()
    choices = form.choices()
    found = _of_status(Position.objects.public(), form.cleaned_data.get("status")).search(form.cleaned_data.get("q", ""))
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
        "status": form.cleaned_data.get("status") or Status.OPEN,
        "statuses": Status.choices,
        "closing_count": counts["closing"][True],
        "open_total": 0 if counts["total"] else Position.objects.current().count(),
    }
    return render(request, "positions/list.html", context)


def entries_of(rows: Iterable[dict]) -> list[dict]:
    """The lines of the list, with everything said once so that the template only sets it."""
    now, badges = timezone.now(), {call: state_badge(call, of="positions.call") for call in Call}
    return [_entry(row, now, badges) for row in rows]


def _entry(row: dict, now: datetime.datetime, badges: dict) -> dict:
    closes_at = row["closes_at"]
    call = Call.at(now, state=row["state"], opens_at=row["opens_at"], closes_at=closes_at)
    return row | {
        "href": reverse("positions:detail", args=[row["reference"]]),
        "badge": badges[call],
        "engagement": EngagementType(row["engagement_type"]).label,
        "closes": spoken_dates.day(closes_at),
        "left": days_left((timezone.localdate(closes_at) - timezone.localdate(now)).days) if call == Call.OPEN else "",
        "is_closing_soon": call == Call.OPEN and closes_at - now <= CLOSING_SOON,
    }


def days_left(days: int) -> str:
    """How a deadline is counted down."""
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days} if days else pgettext("of a deadline", "last day")


def _of_status(positions: PositionQuerySet, status: str | None) -> PositionQuerySet:
    if status == Status.ALL:
        return positions
    return positions.past() if status == Status.CLOSED else positions.current()


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
    if chosen is True:
        return fact
    return bool(set(fact) & set(chosen)) if isinstance(fact, list) else fact in chosen


def _group(form: FilterForm, name: str, counts: Mapping) -> dict:
    """One filter with its options: label, number of posts behind it, whether it is ticked; empty ones are left out."""
    ticked = set(form.cleaned_data.get(name) or [])
    options = []
    for index, (value, label) in enumerate(form.fields[name].choices):
        key = form.departments[value].pk if name == "department" else value
        if counts[key] or value in ticked:
            options.append({"value": value, "label": label, "count": counts[key], "ticked": value in ticked, "id": f"id_{name}_{index}"})
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
