"""Asking for references: the candidate's buttons, and the page of a referee, who needs no account."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View

from recruitment.accounts.models import User
from screening.applications import actions
from screening.applications.forms import ReferenceForm
from screening.applications.models import Referee
from screening.applications.signing import opened
from screening.applications.states import LIVE, Section
from screening.applications.views.base import OwnFile


class OwnReferee(OwnFile):
    """A verb about one of the reader's own referees."""

    http_method_names = ["post"]
    done: str

    @cached_property
    def referee(self) -> Referee:
        return get_object_or_404(Referee.objects.filter(application=self.application), pk=self.kwargs["pk"])

    def to_referees(self) -> HttpResponse:
        return redirect("applications:section", self.application.uuid, Section.REFEREES)


class AskReferee(OwnReferee):
    """Sends the letter with the link."""

    def post(self, request, uuid, pk):
        actions.ask(self.referee, by=request.user)
        messages.success(request, _("The request was sent to %(name)s.") % {"name": self.referee.name})
        return self.to_referees()


class WithdrawRequest(OwnReferee):
    """Takes the request back; the link is dead from then on."""

    def post(self, request, uuid, pk):
        actions.withdraw_request(self.referee, by=request.user)
        messages.success(request, _("The request to %(name)s was withdrawn.") % {"name": self.referee.name})
        return self.to_referees()


class ReferencePage(View):
    """The page behind the link of a referee: whom it is about, what happens with the answer, and the questions."""

    @cached_property
    def referee(self) -> Referee | None:
        found = opened(self.kwargs["token"])
        if found is None:
            return None
        rows = Referee.objects.select_related("application__position", "application__identity", "application__candidate")
        referee = rows.filter(uuid=found[0]).first()
        return referee if referee and referee.asked_at and int(referee.asked_at.timestamp()) == found[1] else None

    @property
    def is_open(self) -> bool:
        return self.referee is not None and self.referee.is_waiting and self.referee.application.state in LIVE

    def get(self, request, token):
        return self.page(ReferenceForm()) if self.is_open else self.closed()

    def post(self, request, token):
        if not self.is_open:
            return self.closed()
        if request.POST.get("then") == "decline":
            actions.decline_reference(self.referee, by=User.objects.robot())
            return self.render("applications/reference_thanks.html", is_declined=True)
        form = ReferenceForm(request.POST)
        if not form.is_valid():
            return self.page(form)
        answers = {name: value for name, value in form.cleaned_data.items() if name != "is_own"}
        actions.answer(self.referee, answers=answers, by=User.objects.robot())
        return self.render("applications/reference_thanks.html")

    def page(self, form) -> HttpResponse:
        application = self.referee.application
        applicant = getattr(application, "identity", None) or application.candidate.display_name
        return self.render("applications/reference.html", form=form, applicant=applicant, position=application.position)

    def closed(self) -> HttpResponse:
        """An unknown link and a dead one look alike, unless the reader has answered."""
        if self.referee is not None and self.referee.is_answered:
            return self.render("applications/reference_thanks.html", is_declined=bool(self.referee.declined_at))
        return self.render("applications/reference_closed.html", status=404)

    def render(self, template: str, *, status: int = 200, **context) -> HttpResponse:
        response = render(self.request, template, {"referee": self.referee, **context}, status=status)
        for name, value in (("Cache-Control", "no-store"), ("X-Robots-Tag", "noindex, nofollow"), ("Referrer-Policy", "no-referrer")):
            response.headers[name] = value
        return response
