"""The candidate's pages: what to expect, the start, the answers, handing in."""

from contextlib import suppress

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import ListView
from django_fsm import TransitionNotAllowed

from recruitment.documents import delivery
from recruitment.ledger.commitments import canonical
from screening.applications.states import State
from screening.competence import actions
from screening.competence.conditions import is_due, is_identified, is_in_time, is_over, page_number
from screening.competence.forms import AnswersForm
from screening.competence.models import Material, Sitting, Task
from screening.competence.states import PaperState, SittingState


class Papers(LoginRequiredMixin, ListView):
    """The tests to which the reader was invited."""

    template_name = "competence/papers.html"
    paginate_by = 25

    def get_queryset(self):
        return Sitting.objects.of_candidate(self.request.user).select_related("paper__position", "application").order_by("-pk")


class OwnSitting(LoginRequiredMixin, View):
    """A page about the reader's own sitting; nobody else's exists."""

    @cached_property
    def sitting(self) -> Sitting:
        mine = Sitting.objects.of_candidate(self.request.user).select_related("paper__position__round", "application")
        return get_object_or_404(mine, uuid=self.kwargs["uuid"])

    @property
    def is_writing(self) -> bool:
        return self.sitting.state == SittingState.STARTED and is_in_time(self.sitting)

    @property
    def can_start(self) -> bool:
        """Invited, still a candidate, and between the hours of the paper."""
        waiting = self.sitting.state == SittingState.INVITED and self.sitting.application.state == State.QUALIFIED
        return waiting and self.sitting.paper.state == PaperState.OPENED and is_due(self.sitting.paper) and is_identified(self.sitting)

    @property
    def tasks(self):
        """The tasks of the form that was drawn."""
        return Task.objects.of_sitting(self.sitting).with_files()

    def to_paper(self) -> HttpResponse:
        return redirect("competence:paper", self.sitting.uuid)

    def page(self, template: str, status: int = 200, **context) -> HttpResponse:
        told = {"sitting": self.sitting, "paper": self.sitting.paper, "now": timezone.now(), "zone": self.request.user.time_zone}
        return render(self.request, template, {**told, **context}, status=status)


class PaperPage(OwnSitting):
    """What to expect before, and how things stand afterwards."""

    def get(self, request, uuid):
        return self.page(
            "competence/paper.html",
            can_start=self.can_start,
            is_writing=self.is_writing,
            is_over=self.sitting.paper.opened_at is not None and is_over(self.sitting.paper),
            is_late=self.sitting.paper.state == PaperState.SEALED and self.sitting.paper.opens_at <= timezone.now(),
            minutes=self.sitting.paper.minutes + self.sitting.extra_minutes,
        )


class Start(OwnSitting):
    """The last page before the clock runs."""

    def get(self, request, uuid):
        if not self.can_start:
            return self.to_paper()
        return self.page("competence/start.html", minutes=self.sitting.paper.minutes + self.sitting.extra_minutes)

    def post(self, request, uuid):
        # A double click starts one clock: the second request finds it running and goes to the same page.
        with suppress(TransitionNotAllowed):
            actions.start(self.sitting, by=request.user)
        return redirect("competence:answers", self.sitting.uuid)


class Answers(OwnSitting):
    """The tasks and the fields for the answers; saved without scripts, kept as often as one wishes."""

    def form(self, *told) -> AnswersForm:
        return AnswersForm(*told, tasks=self.tasks, answers=self.sitting.answers.all())

    def get(self, request, uuid):
        if not self.is_writing:
            return self.to_paper()
        if self.sitting.paused_at is not None:
            response = self.page("competence/paused.html")
            response["Refresh"] = "15"
            return response
        return self.page("competence/answers.html", form=self.form(), version=page_number(self.sitting, timezone.now()))

    def post(self, request, uuid):
        form = self.form(request.POST)
        is_valid = form.is_valid()
        try:
            self.sitting = actions.save(self.sitting, texts=form.texts(), version=form.version(), by=request.user)
        except (actions.TooLate, actions.Stale) as refusal:
            return self.page("competence/too_late.html", 409, sentence=refusal.sentence, typed=form.typed())
        if not is_valid:
            return self.page("competence/answers.html", 422, form=form, version=page_number(self.sitting, timezone.now()))
        if "continue" in request.POST:
            return redirect("competence:hand_in", self.sitting.uuid)
        messages.success(request, _("Saved."))
        return redirect("competence:answers", self.sitting.uuid)


class HandIn(OwnSitting):
    """The last look before handing in."""

    def get(self, request, uuid):
        if not self.is_writing or self.sitting.paused_at is not None:
            return redirect("competence:answers", self.sitting.uuid) if self.is_writing else self.to_paper()
        written = {answer.task_id: answer for answer in self.sitting.answers.all()}
        tasks = [(task, written.get(task.pk)) for task in self.tasks]
        return self.page("competence/hand_in.html", tasks=tasks)

    def post(self, request, uuid):
        # Handed in twice, or by the clock meanwhile: the page tells how it stands.
        with suppress(TransitionNotAllowed):
            actions.hand_in(self.sitting, by=request.user)
        return self.to_paper()


class File(OwnSitting):
    """A file that belongs to a task of the form that was drawn, while one writes."""

    def get(self, request, uuid, file):
        if not self.is_writing or self.sitting.paused_at is not None:
            return self.to_paper()
        material = get_object_or_404(Material.objects.of_sitting(self.sitting), document__uuid=file)
        return delivery.read(material.document, by=request.user)


class Receipt(OwnSitting):
    """The very bytes of which the receipt is the hash, so that anyone can repeat it."""

    def get(self, request, uuid):
        if not self.sitting.receipt:
            return self.to_paper()
        response = HttpResponse(canonical(actions.handed_in(self.sitting)), content_type="application/json")
        response["Content-Disposition"] = f'attachment; filename="receipt-{self.sitting.code}.json"'
        return response
