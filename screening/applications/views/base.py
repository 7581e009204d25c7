"""What the candidate's pages share: the file is the reader's own, and nobody else's exists."""

from uuid import UUID

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import cached_property
from django.views import View

from recruitment.core.prepared import Prepared
from screening.applications.actions.filling import PROGRESS
from screening.applications.models import Application
from screening.applications.states import NAMING, PREPARING, Section

FILE = Prepared(lambda candidate, uuid: Application.objects.of_candidate(candidate).for_candidate().filter(uuid=uuid), int, UUID)
FORM = Prepared(lambda candidate, uuid: Application.objects.of_candidate(candidate).for_form().filter(uuid=uuid), int, UUID)


class OwnFile(LoginRequiredMixin, View):
    """A page of the reader's own file."""

    template_name: str
    file = FILE

    @cached_property
    def application(self) -> Application:
        application = self.file.first(self.request.user.pk, self.kwargs["uuid"])
        if application is None:
            raise Http404
        return application

    def page(self, status: int = 200, **context) -> HttpResponse:
        return render(self.request, self.template_name, {"application": self.application, **context}, status=status)

    def to_file(self) -> HttpResponse:
        return redirect("applications:file", self.application.uuid)


class OwnDraft(OwnFile):
    """A page on which the file is filled: once it is handed in, its reader is led to the file."""

    def get(self, request, *args, **kwargs) -> HttpResponse:
        return self.show() if self.is_open else self.to_file()

    @property
    def is_open(self) -> bool:
        """Referees can be named for longer than anything else."""
        states = NAMING if getattr(self, "section", None) == Section.REFEREES else PREPARING
        return self.application.state in states

    def show(self) -> HttpResponse:
        raise NotImplementedError

    def stamp(self, section: Section) -> str:
        """Which saving of the section this page shows."""
        progress = PROGRESS.first(self.application.pk, section)
        return progress.stamp if progress else ""

    def to_section(self, section: Section) -> HttpResponse:
        return redirect("applications:section", self.application.uuid, section)
