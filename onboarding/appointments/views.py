"""The offer, as the person reads and answers it."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.generic import DetailView, FormView, View

from onboarding.appointments import actions
from onboarding.appointments.forms import DeclineForm
from onboarding.appointments.models import Appointment
from onboarding.appointments.states import AppointmentState


class Mine(LoginRequiredMixin):
    """One's own appointments only."""

    slug_field = slug_url_kwarg = "uuid"

    def get_queryset(self):
        return Appointment.objects.filter(officer=self.request.user).for_display()


class Offer(Mine, DetailView):
    """Terms, what follows from yes and from no."""

    template_name = "appointments/offer.html"

    def get_context_data(self, **context):
        return super().get_context_data(
            is_open=self.object.state == AppointmentState.OFFERED, position=self.object.application.position, **context
        )


class Accept(Mine, View):
    """Yes."""

    def post(self, request, uuid):
        appointment = get_object_or_404(self.get_queryset(), uuid=uuid)
        if appointment.state == AppointmentState.OFFERED:
            actions.accept(appointment, by=request.user)
            messages.success(request, _("You have accepted. HR prepares the contract and writes to you."))
        return redirect("appointments:offer", uuid=uuid)


class Decline(Mine, FormView):
    """No, with a reason if one likes."""

    template_name = "appointments/decline.html"
    form_class = DeclineForm

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            self.appointment = get_object_or_404(self.get_queryset(), uuid=kwargs["uuid"])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **context):
        return super().get_context_data(appointment=self.appointment, **context)

    def form_valid(self, form):
        actions.decline(self.appointment, reason=form.cleaned_data["reason"], by=self.request.user)
        return redirect("appointments:offer", uuid=self.appointment.uuid)
