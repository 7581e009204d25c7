"""What the candidate's pages share: the file is the reader's own, and nobody else's exists."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.views import View

from screening.applications.models import Application, SectionProgress
from screening.applications.states import NAMING, PREPARING, Section


class OwnFile(LoginRequiredMixin, View):
    """A page of the reader's own file."""

    template_name: str

    @cached_property
    def application(self) -> Application:
        return get_object_or_404(Application.objects.of_candidate(self.request.user).for_candidate(), uuid=self.kwargs["uuid"])

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
        progress = SectionProgress.objects.filter(application=self.application, section=section).first()
        return progress.stamp if progress else ""

    def to_section(self, section: Section) -> HttpResponse:
        return redirect("applications:section", self.application.uuid, section)
