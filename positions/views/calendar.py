"""The key dates of a post for the reader's calendar (RFC 5545)."""

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from icalendar import Alarm, Calendar, Event

from positions.models import Position

A_DAY = datetime.timedelta(days=1)


@require_safe
def deadline(request: HttpRequest, reference: str) -> HttpResponse:
    """The deadline in universal time, so that no calendar shifts it, with a reminder the day before; test and interviews as whole days."""
    position = get_object_or_404(Position.objects.visible_to(request.user).filter(closes_at__isnull=False), reference=reference)
    calendar = Calendar()
    calendar.add("prodid", "-//recruitment portal//positions//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_deadline(position))
    days = (
        ("test", position.test_on, _("Professional competence test: %(title)s")),
        ("interview", position.interview_on, _("Interviews from this day: %(title)s")),
    )
    for key, day, summary in days:
        if day:
            calendar.add_component(_whole_day(position, key, day, summary=summary))
    headers = {"Content-Disposition": f'attachment; filename="{position.reference}.ics"'}
    return HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8", headers=headers)


def _event(position: Position, key: str, summary: str) -> Event:
    event = Event()
    event.add("uid", f"{position.uuid}@{key}")
    event.add("summary", summary % {"title": position.title})
    event.add("dtstamp", position.published_at or position.created_at)
    event.add("url", settings.SITE_URL + position.get_absolute_url())
    return event


def _deadline(position: Position) -> Event:
    event = _event(position, "deadline", _("Application deadline: %(title)s"))
    event.add("dtstart", position.closes_at.astimezone(datetime.UTC))
    event.add("dtend", position.closes_at.astimezone(datetime.UTC))
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("trigger", -A_DAY)
    reminder.add("description", _("Application deadline: %(title)s") % {"title": position.title})
    event.add_component(reminder)
    return event


def _whole_day(position: Position, key: str, day: datetime.date, *, summary: str) -> Event:
    event = _event(position, key, summary)
    event.add("dtstart", day)
    event.add("dtend", day + A_DAY)
    event.add("transp", "TRANSPARENT")
    return event
