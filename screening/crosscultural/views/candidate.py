"""The candidate's pages: choose a slot, move it once."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import ListView

from screening.applications.states import State
from screening.crosscultural import actions
from screening.crosscultural.conditions import is_ahead, is_movable
from screening.crosscultural.forms import SlotForm
from screening.crosscultural.models import Booking, Interview, Slot
from screening.crosscultural.states import BOOKINGS, InterviewState


class Interviews(LoginRequiredMixin, ListView):
    """The interviews to which the reader was invited."""

    template_name = "crosscultural/interviews.html"
    paginate_by = 25

    def get_queryset(self):
        mine = Interview.objects.of_candidate(self.request.user).with_booking()
        return mine.select_related("application__position").order_by("-pk")


class InterviewPage(LoginRequiredMixin, View):
    """One interview of the reader's own: the slot, or the slots to choose from."""

    @cached_property
    def interview(self) -> Interview:
        mine = Interview.objects.of_candidate(self.request.user).select_related("application__position__round", "booklet")
        return get_object_or_404(mine, uuid=self.kwargs["uuid"])

    @cached_property
    def booking(self) -> Booking | None:
        return self.interview.bookings.filter(released_at=None).select_related("slot").first()

    @property
    def can_choose(self) -> bool:
        """No slot yet, or one that may still be moved."""
        if self.interview.state != InterviewState.OPENED or self.interview.application.state != State.TESTED:
            return False
        return self.booking is None or (self.booking.ordinal < BOOKINGS and is_movable(self.booking.slot))

    def form(self, *told) -> SlotForm:
        return SlotForm(*told, slots=Slot.objects.open_to(self.interview.application), zone=self.request.user.time_zone)

    def page(self, form: SlotForm | None, status: int = 200) -> HttpResponse:
        context = {
            "interview": self.interview,
            "booking": self.booking,
            "is_ahead": self.booking is not None and is_ahead(self.booking.slot),
            "form": form,
            "has_slots": form is not None and form.fields["slot"].queryset.exists(),
            "minutes": self.interview.booklet.minutes + self.interview.extra_minutes,
            "zone": self.request.user.time_zone,
        }
        return render(self.request, "crosscultural/interview.html", context, status=status)

    def get(self, request, uuid):
        return self.page(self.form() if self.can_choose else None)

    def post(self, request, uuid):
        form = self.form(request.POST)
        if self.can_choose and not form.is_valid():
            return self.page(form, 422)
        slot = form.cleaned_data["slot"] if form.is_valid() else None
        if slot is None or (self.booking and self.booking.slot_id == slot.pk):
            return redirect("crosscultural:interview", uuid)
        verb = actions.move if self.booking else actions.book
        verb(self.interview, slot=slot, by=request.user)
        messages.success(request, _("Your slot is confirmed. A letter with all details is on its way."))
        return redirect("crosscultural:interview", uuid)
