"""The page of one post, and its deadline for the reader's calendar."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from positions.models import Position
from positions.states import Call, CompetencyNature, Stage
from positions.views.listing import days_left
from positions.views.posting import job_posting
from recruitment.core.caching import public_page

SIMILAR = 3


@require_safe
@public_page
def page(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything a reader needs to decide whether to apply; HR sees a post on its desk here before it is public."""
    position = get_object_or_404(Position.objects.visible_to(request.user).for_page(), reference=reference)
    rules = list(position.rules.all())
    context = {
        "position": position,
        "rules": rules,
        "documents": list(position.required_documents.all()),
        "stages": [(Stage(stage).label, days, stage == Stage.NOTICE) for stage, days in position.round.service_days.items()],
        "competencies": _competencies(position),
        "salary": _salary(position),
        "left": days_left(position.days_left) if position.call == Call.OPEN else "",
        "similar": position.is_public and Position.objects.similar_to(position)[:SIMILAR],
        "posting": job_posting(position, rules) if position.is_public else "",
    }
    return render(request, "positions/page.html", context)


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
