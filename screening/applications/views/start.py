"""The door to an application: what it takes, and one button that says what it does."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View

from positions.models import Position
from screening.applications import actions
from screening.applications.forms import CopyForm
from screening.applications.models import Application
from screening.applications.states import State
from screening.applications.views.base import OwnDraft
from screening.applications.views.documents import papers_asked

AGAIN = (State.WITHDRAWN, State.LAPSED, State.REJECTED)


class Start(LoginRequiredMixin, View):
    """Before the first page of the form; after signing in the reader comes back here."""

    @cached_property
    def position(self) -> Position:
        return get_object_or_404(Position.objects.public().select_related("department"), reference=self.kwargs["reference"])

    def get(self, request, reference):
        mine = Application.objects.of_candidate(request.user).for_position(self.position)
        now = timezone.now()
        context = {
            "position": self.position,
            "application": mine.exclude(state__in=AGAIN).first(),
            "papers": papers_asked(self.position),
            "is_open": self.position.is_open_at(now),
            "is_early": self.position.opens_at > now,
        }
        return render(request, "applications/start.html", context)

    def post(self, request, reference):
        application = actions.begin(self.position, language=get_language(), by=request.user)
        is_new = application.state == State.DRAFT and not application.progress.exists()
        if is_new and Application.objects.to_copy_for(application).exists():
            return redirect("applications:copy", application.uuid)
        return redirect("applications:file", application.uuid)


class Copy(OwnDraft):
    """Answers of an earlier application, taken over with one click; what was copied is said."""

    template_name = "applications/copy.html"

    def show(self):
        return self.page(form=CopyForm(sources=self.sources()))

    def sources(self):
        return Application.objects.to_copy_for(self.application)

    def post(self, request, uuid):
        if not self.is_open:
            return self.to_file()
        form = CopyForm(request.POST, sources=self.sources())
        if not form.is_valid():
            return self.page(form=form)
        copied = actions.copy_answers(self.application, source=form.cleaned_data["source"], by=request.user)
        if copied:
            sections = ", ".join(f"{section.label} ({number})" for section, number in copied.items())
            messages.success(
                request, _("Copied: %(sections)s. Look through each section and mark it as complete.") % {"sections": sections}
            )
        else:
            messages.info(request, _("Nothing was copied: you have begun all these sections already."))
        return self.to_file()
