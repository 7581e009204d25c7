"""The officer's requests and the specialist's desk."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin, UserPassesTestMixin
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.generic import DetailView, FormView, ListView, View

from onboarding.appointments.models import Appointment
from onboarding.services import actions
from onboarding.services.forms import CloseForm, OpenForm, RateForm, TickForm
from onboarding.services.models import Case, ServicePoint
from onboarding.services.permissions import is_requester, may_close, may_take
from onboarding.services.states import CaseState
from recruitment.accounts.roles import Role


class Requests(LoginRequiredMixin, ListView):
    """My requests, and where services are given."""

    template_name = "services/list.html"

    def get_queryset(self):
        return Case.objects.filter(appointment__officer=self.request.user).for_list()

    def get_context_data(self, **context):
        return super().get_context_data(points=ServicePoint.objects.all(), **context)


class Open(LoginRequiredMixin, FormView):
    """Ask for a service."""

    template_name = "services/open.html"
    form_class = OpenForm

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            self.appointment = get_object_or_404(
                Appointment.objects.filter(officer=request.user).exclude(state__in=["offered", "declined"])
            )
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        case = actions.open(self.appointment, by=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("Your request is open. A specialist takes it in hand."))
        return redirect("services:case", uuid=case.uuid)


class Desk(LoginRequiredMixin, UserPassesTestMixin, ListView):
    """Requests that are mine or nobody's, the most urgent first."""

    template_name = "services/desk.html"
    paginate_by = 50

    def test_func(self):
        return self.request.user.has_role(Role.SERVICE_SPECIALIST)

    def get_queryset(self):
        return Case.objects.waiting_for(self.request.user).for_list()


class CasePage(LoginRequiredMixin, DetailView):
    """One request, for the officer and for the specialist."""

    template_name = "services/case.html"
    slug_field = slug_url_kwarg = "uuid"

    def get_queryset(self):
        return Case.objects.visible_to(self.request.user).for_list()

    def get_context_data(self, **context):
        case, user = self.object, self.request.user
        lines = case.lines(translation.get_language())
        mine = case.state == CaseState.TAKEN and may_close(case, user)
        context.setdefault("tick_form", TickForm(lines=lines, prefix="tick") if mine else None)
        context.setdefault("close_form", CloseForm(prefix="close") if mine else None)
        rates = is_requester(case, user) and case.state == CaseState.CLOSED and case.grade is None
        context.setdefault("rate_form", RateForm(prefix="rate") if rates else None)
        may = case.state == CaseState.OPENED and may_take(case, user)
        return super().get_context_data(lines=lines, may_take=may, **context)


class Step(CasePage, View):
    """One verb of a request, posted from its page; what was typed stays there if something is wrong."""

    verb = ""

    def post(self, request, *args, **kwargs):
        self.object = case = self.get_object()
        if self.verb == "take":
            actions.take(case, by=request.user)
            return redirect("services:case", uuid=case.uuid)
        form = self._form(case)
        if not form.is_valid():
            return render(request, self.template_name, self.get_context_data(form=form, **{f"{self.verb}_form": form}))
        getattr(actions, self.verb)(case, by=request.user, **form.cleaned_data)
        return redirect("services:case", uuid=case.uuid)

    def _form(self, case):
        if self.verb == "tick":
            return TickForm(self.request.POST, lines=case.lines(translation.get_language()), prefix="tick")
        return {"close": CloseForm, "rate": RateForm}[self.verb](self.request.POST, prefix=self.verb)
