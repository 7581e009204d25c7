"""The door to an application: what it takes, and one button that says what it does."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.views import View

from positions.models import Position
from screening.applications import actions
from screening.applications.models import Application
from screening.applications.states import State
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
        return redirect("applications:file", application.uuid)
