"""The marker's pages. Nothing here may tell who wrote: no name, no number of the application, no order that means something."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import ListView

from recruitment.audit.actions import record
from recruitment.documents import delivery
from screening.assessors.actions import recuse
from screening.assessors.forms import StepBackForm
from screening.assessors.states import Ground
from screening.competence import actions
from screening.competence.actions.markings import lines_of, read
from screening.competence.forms import FinalMarkingForm, FollowUpForm, MarkingForm, ModerateForm
from screening.competence.models import Marking, Material, Sitting, Task
from screening.competence.states import MarkingState


class MarkingDesk(LoginRequiredMixin, ListView):
    """The reader's scripts, in an order that was drawn."""

    template_name = "competence/marking.html"
    paginate_by = 50

    def get_queryset(self):
        return Marking.objects.visible_to(self.request.user).select_related("sitting__paper").order_by("state", "place", "pk")


class OwnScript(LoginRequiredMixin, View):
    """A page about one script on the reader's own desk."""

    @cached_property
    def marking(self) -> Marking:
        mine = Marking.objects.visible_to(self.request.user).select_related("sitting__paper__position")
        return get_object_or_404(mine, sitting__code=self.kwargs["code"])

    @property
    def code(self) -> str:
        return self.marking.sitting.code

    @property
    def is_locked(self) -> bool:
        return self.marking.state == MarkingState.LOCKED

    def to_script(self) -> HttpResponse:
        return redirect("competence:script", self.code)

    def page(self, template: str, status: int = 200, **context) -> HttpResponse:
        told = {"marking": self.marking, "code": self.code, "paper": self.marking.sitting.paper}
        return render(self.request, template, {**told, **context}, status=status)


class Script(OwnScript):
    """Answers with the rubric beside them; after locking, the marks of those who have locked too."""

    def form(self, kind: type[MarkingForm], *told) -> MarkingForm:
        marks = {mark.line_id: mark for mark in self.marking.marks.all()}
        return kind(*told, lines=lines_of(self.marking), marks=marks)

    def parts(self, form: MarkingForm) -> list[tuple]:
        """Each task with the answer and the rows of the form."""
        answers = {answer.task_id: answer.text for answer in self.marking.sitting.answers.all()}
        tasks = Task.objects.of_sitting(self.marking.sitting).with_files()
        return [(task, answers.get(task.pk, ""), form.rows(task)) for task in tasks]

    def get(self, request, code):
        read(self.marking, by=request.user)
        if self.is_locked:
            return self.page("competence/locked.html", sheets=self.sheets(), moderations=self.marking.sitting.moderations.all())
        form = self.form(MarkingForm)
        return self.page("competence/script.html", form=form, parts=self.parts(form))

    def sheets(self) -> list[Marking]:
        """The reader's own marks first, then those of others who have locked theirs."""
        locked = self.marking.sitting.markings.counting().locked().prefetch_related("marks__line__task").order_by("ordinal")
        return sorted(locked, key=lambda marking: marking.pk != self.marking.pk)

    def post(self, request, code):
        is_final = "lock" in request.POST
        form = self.form(FinalMarkingForm if is_final else MarkingForm, request.POST)
        if not form.is_valid():
            return self.page("competence/script.html", 422, form=form, parts=self.parts(form))
        actions.mark(self.marking, marks=form.marks(), by=request.user)
        if is_final:
            return redirect("competence:lock", self.code)
        messages.success(request, _("Saved as a draft."))
        return self.to_script()


class Lock(OwnScript):
    """The last look before the marks are final."""

    def get(self, request, code):
        if self.is_locked:
            return self.to_script()
        marks = self.marking.marks.select_related("line__task")
        return self.page("competence/lock.html", marks=marks)

    def post(self, request, code):
        if not self.is_locked:
            actions.lock(self.marking, by=request.user)
            messages.success(request, _("Your marks are locked."))
        return self.to_script()


class ScriptFile(OwnScript):
    """A file that belongs to a task."""

    def get(self, request, code, file):
        material = get_object_or_404(Material.objects.of_sitting(self.marking.sitting), document__uuid=file)
        return delivery.read(material.document, by=request.user)


class Ask(OwnScript):
    """Propose a question for the interview about this script."""

    def get(self, request, code):
        return self.ask(FollowUpForm())

    def post(self, request, code):
        form = FollowUpForm(request.POST)
        if not form.is_valid():
            return self.ask(form, 422)
        actions.ask(self.marking, by=request.user, **form.cleaned_data)
        messages.success(request, _("The question is kept for the interview panel."))
        return self.to_script()

    def ask(self, form, status: int = 200) -> HttpResponse:
        asked = self.marking.sitting.follow_ups.filter(marker=self.request.user)
        return self.page("competence/follow_up.html", status, form=form, asked=asked)


class Chief(LoginRequiredMixin, ListView):
    """The scripts of the panels that the reader chairs, once every marker has locked."""

    template_name = "competence/chief.html"
    paginate_by = 50

    def get_queryset(self):
        return Sitting.objects.moderated_by(self.request.user).select_related("paper").prefetch_related("moderations").order_by("code")


class Moderate(LoginRequiredMixin, View):
    """Every locked sheet of one script, and another score beside them; nothing is overwritten."""

    @cached_property
    def sitting(self) -> Sitting:
        chaired = Sitting.objects.moderated_by(self.request.user).select_related("paper")
        return get_object_or_404(chaired, code=self.kwargs["code"])

    def get(self, request, code):
        if actions.score(self.sitting) is None:
            messages.error(request, _("A script is moderated once all its markers have locked their marks."))
            return redirect("competence:chief")
        with transaction.atomic():
            record("screening.sitting.read", self.sitting, by=request.user)
        return self.ask(ModerateForm())

    def post(self, request, code):
        form = ModerateForm(request.POST)
        if not form.is_valid():
            return self.ask(form, 422)
        actions.moderate(self.sitting, by=request.user, **form.cleaned_data)
        messages.success(request, _("The moderation stands beside the marks."))
        return redirect("competence:chief")

    def ask(self, form, status: int = 200) -> HttpResponse:
        sheets = self.sitting.markings.counting().locked().prefetch_related("marks__line__task").order_by("ordinal")
        answers = self.sitting.answers.select_related("task")
        told = {"form": form, "sitting": self.sitting, "sheets": sheets, "answers": answers, "moderations": self.sitting.moderations.all()}
        return render(self.request, "competence/moderate.html", told, status=status)


class StepBack(OwnScript):
    """Step back from a script; it leaves the desk at once."""

    def get(self, request, code):
        return self.ask(StepBackForm())

    def post(self, request, code):
        form = StepBackForm(request.POST)
        if not form.is_valid():
            return self.ask(form, status=422)
        application = self.marking.sitting.application
        recuse(application, assessor=request.user, ground=Ground.CONFLICT, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("You have stepped back from this paper. It has left your list."))
        return redirect("competence:marking")

    def ask(self, form: StepBackForm, status: int = 200) -> HttpResponse:
        up, back = reverse("competence:marking"), reverse("competence:script", args=[self.code])
        return self.page("assessors/step_back.html", status, form=form, up=up, up_text=_("Papers to mark"), back=back)
