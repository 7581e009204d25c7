"""The pages of those who open booklets: two different people, an hour before the first interview."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import ListView

from recruitment.core.refusals import Refused
from screening.crosscultural import actions
from screening.crosscultural.forms import KeyForm
from screening.crosscultural.models import Booklet


class Keys(LoginRequiredMixin, ListView):
    """Booklets that wait for the reader's key."""

    template_name = "crosscultural/keys.html"
    paginate_by = 25

    def get_queryset(self):
        return Booklet.objects.keyed_by(self.request.user).select_related("position").prefetch_related("turns__holder")


class Key(LoginRequiredMixin, View):
    """Turn one's key; with the second the panels can read the questions."""

    @cached_property
    def booklet(self) -> Booklet:
        return get_object_or_404(Booklet.objects.keyed_by(self.request.user).select_related("position"), uuid=self.kwargs["uuid"])

    def get(self, request, uuid):
        return self.ask(KeyForm())

    def post(self, request, uuid):
        form = KeyForm(request.POST)
        if not form.is_valid():
            return self.ask(form, status=422)
        try:
            actions.open(self.booklet, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, _("Your key is turned."))
        return redirect("crosscultural:keys")

    def ask(self, form, status: int = 200):
        return render(self.request, "crosscultural/key.html", {"form": form, "booklet": self.booklet}, status=status)
