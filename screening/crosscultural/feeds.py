"""Calendar files of booked interviews, with the rules of Shanghai's time zone in them: for the candidate, for the panel, for HR."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View
from icalendar import Calendar, Event

from recruitment.accounts.roles import Role
from recruitment.core.spoken_dates import SHANGHAI
from screening.assessors.states import PanelKind
from screening.crosscultural.models import Booking, Interview, InterviewPanel
from screening.crosscultural.states import InterviewState


class InterviewCalendar(LoginRequiredMixin, View):
    """The candidate's event; after a move the same event with a higher sequence, so that calendars replace it."""

    def get(self, request, uuid):
        mine = Interview.objects.of_candidate(request.user).select_related("application__position")
        interview = get_object_or_404(mine, uuid=uuid)
        booking = interview.bookings.live().select_related("slot", "interview").first()
        if booking is None:
            raise Http404
        summary = _("Interview: %(position)s") % {"position": interview.application.position.title}
        told = _("Application %(reference)s") % {"reference": interview.application.reference}
        return answer([event(booking, key=str(interview.uuid), summary=summary, description=told)], "interview.ics")


class PanelCalendar(LoginRequiredMixin, View):
    """One interview of the reader's panel, under the candidate number."""

    def get(self, request, code):
        interview = get_object_or_404(Interview.objects.rated_by(request.user), code=code)
        booking = interview.bookings.live().select_related("slot", "interview").first()
        return answer([event(booking, key=code, summary=_("Interview %(code)s") % {"code": code})], f"interview-{code}.ics")


class OwnCalendar(LoginRequiredMixin, View):
    """All interviews of the reader's panels, under candidate numbers and nothing else."""

    def get(self, request):
        mine = Interview.objects.rated_by(request.user).values("pk")
        booked = Booking.objects.live().filter(interview__in=mine).select_related("slot", "interview").order_by("slot__starts_at")
        return answer(
            [event(row, key=row.interview.code, summary=_("Interview %(code)s") % {"code": row.interview.code}) for row in booked],
            "panels.ics",
        )


class BoardCalendar(LoginRequiredMixin, View):
    """All booked interviews of one panel for HR, under candidate numbers."""

    def get(self, request, pk):
        if not request.user.has_role(Role.HR_OFFICER):
            raise Http404
        panel = get_object_or_404(InterviewPanel.objects.visible_to(request.user).of_kind(PanelKind.INTERVIEW), pk=pk)
        booked = (
            Booking.objects.live().filter(slot__panel=panel, interview__state=InterviewState.OPENED).select_related("slot", "interview")
        )
        events = [
            event(row, key=row.interview.code, summary=_("Interview %(code)s") % {"code": row.interview.code})
            for row in booked.order_by("slot__starts_at")
        ]
        return answer(events, f"panel-{panel.pk}.ics")


def event(booking: Booking, *, key: str, summary: str, description: str = "") -> Event:
    """One interview with its additional minutes; a panel knows it by the candidate number, the candidate by their own page."""
    made, slot = Event(), booking.slot
    made.add("uid", f"{key}@portal")
    made.add("sequence", booking.ordinal - 1)
    made.add("dtstamp", timezone.now())
    made.add("dtstart", slot.starts_at.astimezone(SHANGHAI))
    made.add("dtend", booking.ends_at.astimezone(SHANGHAI))
    made.add("summary", summary)
    made.add("location", slot.place or slot.online_link)
    if description:
        made.add("description", description)
    if slot.online_link:
        made.add("url", slot.online_link)
    return made


def answer(events: list[Event], name: str) -> HttpResponse:
    """RFC 5545, with a VTIMEZONE for every zone that is named in it."""
    whole = Calendar()
    whole.add("prodid", "-//Recruitment portal//Interviews//")
    whole.add("version", "2.0")
    for made in events:
        whole.add_component(made)
    whole.add_missing_timezones()
    response = HttpResponse(whole.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
