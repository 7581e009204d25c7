"""What a candidate does to a file on its way: open it for changes, go back, ask to hand in late, take everything home."""

from html import unescape

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django_fsm import TransitionNotAllowed

from positions.models import Position
from recruitment.documents import delivery
from recruitment.documents.models import Issued
from screening.applications import actions
from screening.applications.conditions import late_window_ends, may_ask_late
from screening.applications.forms.late import LateForm
from screening.applications.models import Application, LateRequest
from screening.applications.states import State
from screening.applications.views.base import OwnFile
from screening.applications.views.summaries import summaries_of


class Reopen(OwnFile):
    """Explains what changing means, asks once, then opens the form."""

    template_name = "applications/reopen.html"

    def get(self, request, uuid):
        return self.page() if self.application.may_be_reopened else self.to_file()

    def post(self, request, uuid):
        try:
            actions.reopen(self.application, by=request.user)
        except TransitionNotAllowed:
            messages.warning(request, _("The application can no longer be changed: the deadline has passed, or the office has gone on."))
        return self.to_file()


class Restore(OwnFile):
    """Asks once, then goes back to the version handed in."""

    template_name = "applications/restore.html"

    def get(self, request, uuid):
        if self.application.state != State.REOPENED:
            return self.to_file()
        return self.page(version=self.application.versions.last())

    def post(self, request, uuid):
        try:
            actions.restore(self.application, by=request.user)
        except TransitionNotAllowed:
            return self.to_file()
        messages.success(request, _("The version that you handed in counts as before."))
        return self.to_file()


class AnswersPaper(OwnFile):
    """Everything handed in as PDF: prepared when it is asked for, then kept."""

    def get(self, request, uuid):
        papers = Issued.objects.visible_to(request.user).filter(template=actions.ANSWERS)
        version = self.application.versions.last()
        paper = papers.about(version).first() if version else None
        if paper is None or not paper.is_pressed:
            messages.info(request, _("The paper is not ready yet. Please try again in a moment."))
            return self.to_file()
        return delivery.stream(paper)

    def post(self, request, uuid):
        version = self.application.versions.last()
        if version is None or self.application.is_in_candidates_hands or self.application.purged_at:
            return self.to_file()
        actions.print_answers(version, sections_of(self.application), by=request.user)
        messages.info(request, _("The paper is being prepared. This takes a few seconds; then you can download it here."))
        return self.to_file()


def sections_of(application: Application) -> list:
    """The answers as plain text, for paper: (heading, [(heading, [(question, answer)])])."""
    return [
        [str(part.section.label), [[str(heading), [[str(key), row_text(value)] for key, value in rows]] for heading, rows in part.blocks]]
        for part in summaries_of(application)
    ]


def row_text(value) -> str:
    """An answer without the marks of a page."""
    if not isinstance(value, SafeString):
        return str(value)
    return unescape(strip_tags(value.replace("<br>", "\n"))).strip()


class AskLate(LoginRequiredMixin, View):
    """After the deadline: why it could not be handed in, and what became of the request."""

    @cached_property
    def position(self) -> Position:
        return get_object_or_404(Position.objects.public().select_related("department"), reference=self.kwargs["reference"])

    def get(self, request, reference):
        return self.show(LateForm())

    def show(self, form) -> HttpResponse:
        mine = LateRequest.objects.filter(application__candidate=self.request.user, application__position=self.position)
        context = {"position": self.position, "form": form, "asked": mine.select_related("application").first()}
        is_open, is_early = may_ask_late(self.position), self.position.is_open
        return render(
            self.request,
            "applications/late.html",
            {**context, "is_open": is_open, "is_early": is_early, "ends_at": late_window_ends(self.position)},
        )

    def post(self, request, reference):
        form = LateForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        told = {"reason": form.cleaned_data["reason"], "language": get_language()}
        asked = actions.ask_late(self.position, by=request.user, **told)
        messages.success(request, _("Your request was sent. The answer comes by letter."))
        return redirect("applications:file", asked.application.uuid)
