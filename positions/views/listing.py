"""The list of posts: the address is the state, filters can be taken off one by one, an empty list helps on."""

import datetime
from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_safe

from positions.forms import FilterForm, address_of, canonical
from positions.models import Department, Position
from positions.queries import CLOSING_SOON, facts_of, moments
from positions.states import Call, EngagementType, Sort
from positions.views.filters import Tally, chips_of, group_of, sorts_of, statuses_of
from positions.views.nothing import ways_on
from recruitment.core import spoken_dates
from recruitment.core.caching import public_page, remembered
from recruitment.core.prepared import Prepared
from recruitment.core.templatetags.portal import state_badge

PER_PAGE = 20
DEPARTMENTS = Prepared(lambda: Department.objects.only("code", "name").order_by("code"))
FACTS = Prepared(lambda *moments: Position.objects.public().by_facts(*moments), *[datetime.datetime] * len(moments()))
CURRENT = Prepared(lambda now: Position.objects.current(now).entries()[:PER_PAGE], datetime.datetime)
SHOWN_GROUPS = ("kind", "department", "closing", "engagement", "language", "chinese", "salary", "pay")


@require_safe
@public_page
def listing(request: HttpRequest) -> HttpResponse:
    """Posts that fit the search and the filters; the list is the same for everybody, so that it is made once a minute at most."""
    search = canonical(request.GET)
    if list(request.GET.lists()) != list(search.items()):
        return redirect(request.path + address_of(search))
    return render(request, "positions/list.html", remembered(request, lambda: _part(request, search)))


def _part(request: HttpRequest, search: dict[str, list[str]]) -> dict:
    form = FilterForm(request.GET, departments=DEPARTMENTS.rows())
    form.is_valid()
    choices, text = form.choices(), form.cleaned_data.get("q", "")
    counted = Position.objects.public().search(text).by_facts(*moments()) if text else FACTS.rows(*moments())
    tally = Tally(facts_of(counted), {**choices, "status": form.statuses()})
    pages = Paginator(_lines(search, form), PER_PAGE)
    pages.count = tally.total
    page = pages.get_page(request.GET.get("page"))
    groups = [group_of(form, name, tally.counts[name]) for name in SHOWN_GROUPS]
    context = {
        "form": form,
        "page_obj": page,
        "entries": entries_of(page),
        "total": tally.total,
        "groups": groups,
        "chips": chips_of(search, form, groups),
        "statuses": statuses_of(form, tally),
        "sorts": sorts_of(search, form),
        "sort": form.cleaned_data.get("sort") or Sort.DEADLINE.value,
        "nothing": None if tally.total else ways_on(search, form, tally),
        "alert": reverse("positions:alert") + address_of(form.lasting()),
        "feed": reverse("positions:feed") + address_of(form.lasting()),
    }
    return {"html": render_to_string("positions/_list.html", context, request), "has_errors": bool(form.errors), "feed": context["feed"]}


def _lines(search: dict[str, list[str]], form: FilterForm):
    """The lines that are asked for; of the list as it is first opened, those of its first page."""
    if not search:
        return CURRENT.rows(timezone.now())
    found = Position.objects.of_status(form.status_chosen).search(form.cleaned_data.get("q", "")).narrowed(form.choices())
    return found.sorted_by(form.cleaned_data.get("sort")).entries()


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
