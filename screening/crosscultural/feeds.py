"""The calendar file of a booked interview, with the rules of Shanghai's time zone in it."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View
from icalendar import Calendar, Event

from recruitment.core.spoken_dates import SHANGHAI
from screening.crosscultural.models import Booking, Interview


class InterviewCalendar(LoginRequiredMixin, View):
    """One event; after a move the same event with a higher sequence, so that calendars replace it."""

    def get(self, request, uuid):
        mine = Interview.objects.of_candidate(request.user).select_related("application__position")
        interview = get_object_or_404(mine, uuid=uuid)
        booking = interview.bookings.filter(released_at=None).select_related("slot").first()
        if booking is None:
            raise Http404
        response = HttpResponse(calendar(interview, booking), content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="interview.ics"'
        return response


class PanelCalendar(LoginRequiredMixin, View):
    """The interviews of the reader's panels, under candidate numbers and nothing else."""

    def get(self, request):
        whole = empty()
        for interview in Interview.objects.rated_by(request.user).with_booking():
            for booking in interview.live:
                event = hours(booking, key=interview.code)
                event.add("summary", _("Interview: %(code)s") % {"code": interview.code})
                whole.add_component(event)
        whole.add_missing_timezones()
        response = HttpResponse(whole.to_ical(), content_type="text/calendar; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="panels.ics"'
        return response


def empty() -> Calendar:
    """A calendar without events."""
    whole = Calendar()
    whole.add("prodid", "-//Recruitment portal//Interviews//")
    whole.add("version", "2.0")
    return whole


def hours(booking: Booking, *, key: str) -> Event:
    """When and where, without a word about whom; a panel knows the hour by the candidate number, the candidate by their own page."""
    event, slot = Event(), booking.slot
    event.add("uid", f"{key}@portal")
    event.add("sequence", booking.ordinal - 1)
    event.add("dtstamp", timezone.now())
    event.add("dtstart", slot.starts_at.astimezone(SHANGHAI))
    event.add("dtend", slot.ends_at.astimezone(SHANGHAI))
    event.add("location", slot.place or slot.online_link)
    return event


def calendar(interview: Interview, booking: Booking) -> bytes:
    """RFC 5545, with a VTIMEZONE for every zone that is named in it."""
    event, slot = hours(booking, key=str(interview.uuid)), booking.slot
    event.add("summary", _("Interview: %(position)s") % {"position": interview.application.position.title})
    event.add("description", _("Application %(reference)s") % {"reference": interview.application.reference})
    if slot.online_link:
        event.add("url", slot.online_link)
    whole = empty()
    whole.add_component(event)
    whole.add_missing_timezones()
    return whole.to_ical()
