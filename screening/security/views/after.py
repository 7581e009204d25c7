"""What follows: facts to correct, a second look by others, changes while in service."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from screening.applications.models import Application
from screening.applications.states import State
from screening.security import actions
from screening.security.forms import AnswerFactsForm, ChangeForm, ReconsiderForm
from screening.security.models import Hearing
from screening.security.views.base import FormPage


class Facts(FormPage):
    """Facts out of records, and the field to correct them."""

    template = "security/facts.html"

    @property
    def hearing(self) -> Hearing:
        mine = Hearing.objects.of_candidate(self.request.user).filter(review__in=self.reviews)
        return get_object_or_404(mine, uuid=self.kwargs["hearing"])

    def form(self, *told):
        return AnswerFactsForm(*told)

    def context(self) -> dict:
        return {"hearing": self.hearing}

    def perform(self, form):
        return self.tried(actions.answer_facts, self.hearing, **form.cleaned_data, done=_("Your answer was received."))


class Reconsider(FormPage):
    """Ask that others look again."""

    template = "security/reconsider.html"

    def form(self, *told):
        if not actions.may_be_reconsidered(self.review):
            raise Http404
        return ReconsiderForm(*told)

    def context(self) -> dict:
        return {"until": actions.reconsidered_until(self.review)}

    def perform(self, form):
        return self.tried(
            actions.reconsider, self.review, **form.cleaned_data, done=_("Others will look again. You receive a letter with the result.")
        )


class ReportChange(FormPage):
    """Report what changed."""

    template = "security/change.html"

    @property
    def application(self) -> Application:
        mine = Application.objects.of_candidate(self.request.user).filter(state=State.APPOINTED)
        return get_object_or_404(mine, uuid=self.kwargs["uuid"])

    def form(self, *told):
        return self.application and ChangeForm(*told)

    def perform(self, form):
        return self.tried(actions.report_change, self.application, **form.cleaned_data, done=_("Thank you. Your report was received."))
