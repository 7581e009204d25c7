"""The page of one post, and its deadline for the reader's calendar."""

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from positions.models import Position
from positions.states import Call, CompetencyNature, Stage
from positions.views.listing import days_left, entries_of
from positions.views.posting import job_posting
from recruitment.core.caching import public_page, remembered

SIMILAR = 3
# For so long a request to hand in late may still be possible; the page behind the link reckons it by the day.
JUST_CLOSED = datetime.timedelta(days=21)


@require_safe
@public_page
def page(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything a reader needs to decide whether to apply; HR sees a post on its desk here before it is public."""
    part = remembered(request, lambda: _public_part(reference))
    if part is None:
        position = get_object_or_404(Position.objects.visible_to(request.user).for_page(), reference=reference)
        part = _part(position)
    return render(request, "positions/page.html", part)


def _public_part(reference: str) -> dict | None:
    """What is the same for every reader; a post that is not public is never kept."""
    position = Position.objects.public().for_page().filter(reference=reference).first()
    return _part(position) if position else None


def _part(position: Position) -> dict:
    rules = list(position.rules.all())
    context = {
        "position": position,
        "rules": rules,
        "documents": list(position.required_documents.all()),
        "stages": [(Stage(stage).label, days, stage == Stage.NOTICE) for stage, days in position.round.service_days.items()],
        "competencies": _competencies(position),
        "salary": _salary(position),
    }
    similar = entries_of(Position.objects.similar_to(position).entries()[:SIMILAR]) if position.is_public else []
    return {
        "title": position.title,
        "summary": position.summary,
        "department": position.department.name,
        "facts": _facts(position),
        "similar": similar,
        "text": render_to_string("positions/_text.html", context),
        "posting": job_posting(position, rules) if position.is_public else "",
    }


def _facts(position: Position) -> dict:
    """Key dates and figures, as plain values."""
    is_open = position.call == Call.OPEN
    return {
        "reference": position.reference,
        "state": position.state,
        "is_public": position.is_public,
        "call": position.call.value,
        "opens_at": position.opens_at,
        "closes_at": position.closes_at,
        "is_just_closed": position.call == Call.CLOSED and position.closes_at and timezone.now() - position.closes_at < JUST_CLOSED,
        "left": days_left(position.days_left) if is_open else "",
        "is_closing_soon": position.is_closing_soon,
        "test_on": position.test_on,
        "interview_on": position.interview_on,
        "headcount": position.headcount,
        "languages": " · ".join(str(name) for name in position.working_language_names),
        "round": position.round.title,
    }


@require_safe
def deadline(request: HttpRequest, reference: str) -> HttpResponse:
    """The deadline as a calendar file, in universal time so that no calendar shifts it."""
    position = get_object_or_404(Position.objects.visible_to(request.user).filter(closes_at__isnull=False), reference=reference)
    event = Event()
    event.add("uid", f"{position.uuid}@deadline")
    event.add("summary", _("Application deadline: %(title)s") % {"title": position.title})
    event.add("dtstamp", position.published_at or position.created_at)
    event.add("dtstart", position.closes_at)
    event.add("dtend", position.closes_at)
    event.add("url", settings.SITE_URL + position.get_absolute_url())
    calendar = Calendar()
    calendar.add("prodid", "-//recruitment portal//positions//")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    filename = f"{position.reference}.ics"
    headers = {"Content-Disposition": f'attachment; filename="{filename}"'}
    return HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8", headers=headers)


def _competencies(position: Position) -> list[dict]:
    """Hard and soft, in the order of the model."""
    rows = list(position.competency_model.competencies.all())
    return [{"label": nature.label, "rows": [row for row in rows if row.nature == nature]} for nature in CompetencyNature]


def _salary(position: Position) -> str:
    """The range, when it is public."""
    if not position.salary_public or position.salary_min is None or position.salary_max is None:
        return ""
    amounts = {name: number_format(getattr(position, name), force_grouping=True) for name in ("salary_min", "salary_max")}
    return _("CNY %(salary_min)s to %(salary_max)s a year, before tax") % amounts
