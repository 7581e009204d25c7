"""One stage: how it stands, what was asked and answered; and the verbs that a mandate opens."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from recruitment.core.verbs import ConfirmForm, Verb
from screening.desk.views.base import Watched
from screening.oversight import actions
from screening.oversight.actions import read
from screening.oversight.forms import AskForm, AttestForm, LiftForm, StopForm
from screening.oversight.permissions import may_ask, may_attest, may_lift, may_stop
from screening.oversight.queries import obstacles, waiting
from screening.stages.models import Stage
from screening.stages.states import StageState

MOST = 50


def _in(*states: str, may):
    return lambda stage, user: stage.state in states and may(stage, user)


VERBS = {
    verb.name: verb
    for verb in (
        Verb("ask", _("Ask a question"), actions.ask, AskForm, _in(StageState.OPEN, StageState.STOPPED, may=may_ask)),
        Verb("attest", _("Attest the stage"), actions.attest, AttestForm, _in(StageState.OPEN, may=may_attest)),
        Verb("stop", _("Stop the stage"), actions.stop, StopForm, _in(StageState.OPEN, may=may_stop), warns=True),
        Verb("propose-lift", _("Propose to lift the stop"), actions.propose_lift, LiftForm, _in(StageState.STOPPED, may=may_lift)),
        Verb("lift", _("Lift the stop"), actions.lift, ConfirmForm, _in(StageState.STOPPED, may=may_lift), warns=True),
    )
}


class OfStage(Watched):
    """A page about one stage."""

    @cached_property
    def stage(self) -> Stage:
        known = Stage.objects.filter(position__round__frozen_at__isnull=False).select_related("position__round", "position__department")
        return get_object_or_404(known, uuid=self.kwargs["uuid"])


class StagePage(OfStage):
    """How the stage stands, its quality report, its stops, questions and attestations."""

    def get(self, request, uuid):
        stage = self.stage
        read(stage, page="stage", by=request.user)
        context = {
            "stage": stage,
            "waiting": waiting(stage).count(),
            "obstacles": [] if stage.state == StageState.CLOSED else obstacles(stage),
            "stops": stage.stops.select_related("stopped_by", "proposed_by", "lifted_by")[:MOST],
            "questions": stage.questions.select_related("asked_by", "answered_by")[:MOST],
            "attestations": stage.attestations.select_related("body", "person")[:MOST],
            "verbs": [verb for verb in VERBS.values() if verb.is_open(stage, request.user)],
        }
        return render(request, "oversight/stage.html", context)


class Do(OfStage):
    """The form of one verb; only what the mandate opens."""

    @cached_property
    def verb(self) -> Verb:
        verb = VERBS.get(self.kwargs["verb"])
        if verb is None or not verb.may(self.stage, self.request.user):
            raise Http404
        return verb

    def get(self, request, uuid, verb):
        return self.show(self.verb.form())

    def show(self, form):
        return render(self.request, "oversight/do.html", {"stage": self.stage, "verb": self.verb, "form": form})

    def post(self, request, uuid, verb):
        form = self.verb.form(request.POST)
        if not form.is_valid():
            return self.show(form)
        self.verb.action(self.stage, by=request.user, **form.cleaned_data)
        messages.success(request, _("Done: %(verb)s.") % {"verb": self.verb.label})
        return redirect("oversight:stage", self.stage.uuid)
