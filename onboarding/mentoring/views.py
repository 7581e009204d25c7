"""The mentor's desk, made for a phone, and the mentee's view of it."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.generic import DetailView, FormView, ListView

from onboarding.mentoring import actions
from onboarding.mentoring.forms import LogForm
from onboarding.mentoring.models import Pairing, Session
from onboarding.mentoring.permissions import may_log


class PairingList(LoginRequiredMixin, ListView):
    """My mentees, or my mentor."""

    template_name = "mentoring/list.html"

    def get_queryset(self):
        return Pairing.objects.visible_to(self.request.user).for_list()


class PairingPage(LoginRequiredMixin, DetailView):
    """The plan and the log of one pair."""

    template_name = "mentoring/pairing.html"
    slug_field = slug_url_kwarg = "uuid"

    def get_queryset(self):
        return Pairing.objects.visible_to(self.request.user).for_list()

    def get_context_data(self, **context):
        sessions = Session.objects.visible_to(self.request.user).filter(pairing=self.object)
        return super().get_context_data(sessions=list(sessions[:50]), may_log=may_log(self.object, self.request.user), **context)


class Log(LoginRequiredMixin, FormView):
    """Log a session: few fields, large targets, nothing lost."""

    template_name = "mentoring/log.html"
    form_class = LogForm

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            self.pairing = get_object_or_404(Pairing.objects.visible_to(request.user).for_list(), uuid=kwargs["uuid"])
            if not may_log(self.pairing, request.user):
                raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "pairing": self.pairing}

    def get_context_data(self, **context):
        return super().get_context_data(pairing=self.pairing, **context)

    def form_valid(self, form):
        actions.log(self.pairing, by=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("The session is logged. Your mentee was told."))
        return redirect("mentoring:pairing", uuid=self.pairing.uuid)
