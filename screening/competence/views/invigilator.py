"""The pages of those who look after a sitting, and of the two who open its paper."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views import View
from django.views.generic import ListView

from recruitment.audit.actions import record
from recruitment.core.refusals import Refused
from recruitment.core.verbs import ConfirmForm
from screening.competence import actions
from screening.competence.forms import ExtendForm, KeyForm, ReasonForm
from screening.competence.models import Event, Paper, Sitting
from screening.competence.states import SILENCE, SittingState


class Keys(LoginRequiredMixin, ListView):
    """Papers that wait for the reader's key."""

    template_name = "competence/keys.html"
    paginate_by = 25

    def get_queryset(self):
        return Paper.objects.keyed_by(self.request.user).select_related("position").prefetch_related("turns__holder").order_by("opens_at")


class Key(LoginRequiredMixin, View):
    """Turn one's key; with the second the paper is open."""

    @cached_property
    def paper(self) -> Paper:
        return get_object_or_404(Paper.objects.keyed_by(self.request.user).select_related("position"), uuid=self.kwargs["uuid"])

    def get(self, request, uuid):
        return self.ask(KeyForm())

    def post(self, request, uuid):
        form = KeyForm(request.POST)
        if not form.is_valid():
            return self.ask(form, status=422)
        try:
            actions.open(self.paper, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, _("Your key is turned."))
        return redirect("competence:keys")

    def ask(self, form, status: int = 200):
        return render(self.request, "competence/key.html", {"form": form, "paper": self.paper}, status=status)


class Invigilation(LoginRequiredMixin, ListView):
    """The papers whose candidates the reader looks after."""

    template_name = "competence/invigilation.html"
    paginate_by = 25

    def get_queryset(self):
        return Paper.objects.invigilated_by(self.request.user).select_related("position").order_by("opens_at")


class Room(LoginRequiredMixin, ListView):
    """Everybody who sits one paper: who is identified, who writes, whose line is silent, how much time is left. Names, and no numbers."""

    template_name = "competence/room.html"
    paginate_by = 50

    @cached_property
    def paper(self) -> Paper:
        papers = Paper.objects.invigilated_by(self.request.user).select_related("position").prefetch_related("turns__holder")
        return get_object_or_404(papers, uuid=self.kwargs["uuid"])

    def get_queryset(self):
        # By name: an order by number would tell which number belongs to whom.
        return self.paper.sittings.select_related("application__identity", "application__candidate").order_by(
            "application__candidate__display_name"
        )

    def get_context_data(self, **context):
        told = super().get_context_data(**context)
        rows = [Row(sitting, self.paper) for sitting in told["page_obj"]]
        events = Event.objects.filter(sitting__paper=self.paper).select_related("sitting__application__candidate").order_by("-pk")[:30]
        return {**told, "paper": self.paper, "rows": rows, "events": events, "now": timezone.now()}


@dataclass(frozen=True)
class Row:
    """One candidate as the invigilator sees them."""

    sitting: Sitting
    paper: Paper

    @property
    def is_silent(self) -> bool:
        """The page was there and is not heard any more."""
        seen = self.sitting.seen_at
        writing = self.sitting.state == SittingState.STARTED and self.sitting.paused_at is None
        return writing and seen is not None and timezone.now() - seen > SILENCE

    @property
    def doings(self) -> list[tuple]:
        """(address, label) of what can be done now."""
        state, open_names = self.sitting.state, []
        if state == SittingState.INVITED:
            open_names = ["extend"] if self.sitting.identified_at else ["identify", "extend"]
        elif state == SittingState.STARTED:
            open_names = ["extend", "pause" if self.sitting.paused_at is None else "resume"]
        return [(reverse("competence:invigilate", args=[self.sitting.uuid, name]), DOINGS[name].label) for name in open_names]


@dataclass(frozen=True)
class Doing:
    """One verb of the invigilator on a page of its own."""

    label: str | Promise
    form: type[forms.Form] = ReasonForm


DOINGS = {
    "identify": Doing(_("Check the identity"), ConfirmForm),
    "extend": Doing(_("Give additional time"), ExtendForm),
    "pause": Doing(pgettext_lazy("clock", "Stop the clock")),
    "resume": Doing(pgettext_lazy("clock", "Let the clock run again")),
}
VERBS = {"identify": actions.identify, "extend": actions.extend, "pause": actions.pause, "resume": actions.resume}


class Invigilate(LoginRequiredMixin, View):
    """Do something for one candidate, with a reason."""

    @cached_property
    def sitting(self) -> Sitting:
        mine = Sitting.objects.invigilated_by(self.request.user).select_related("paper__position", "application__identity")
        return get_object_or_404(mine, uuid=self.kwargs["uuid"])

    @cached_property
    def doing(self) -> Doing:
        if self.kwargs["verb"] not in DOINGS:
            raise Http404
        return DOINGS[self.kwargs["verb"]]

    def get(self, request, uuid, verb):
        return self.ask(self.doing.form())

    def post(self, request, uuid, verb):
        form = self.doing.form(request.POST)
        if not form.is_valid():
            return self.ask(form, status=422)
        try:
            VERBS[verb](self.sitting, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, self.doing.label)
        return redirect("competence:room", self.sitting.paper.uuid)

    def ask(self, form, status: int = 200):
        told = {"form": form, "sitting": self.sitting, "doing": self.doing, "shows_passport": self.kwargs["verb"] == "identify"}
        if told["shows_passport"]:
            with transaction.atomic():
                record("screening.sitting.read_identity", self.sitting, by=self.request.user)
        return render(self.request, "competence/invigilate.html", told, status=status)
