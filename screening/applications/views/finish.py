"""The end of filling and the end of the file: check the answers, hand in, keep the receipt, withdraw, delete the draft."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django_fsm import TransitionNotAllowed

from recruitment.core.refusals import Refused
from recruitment.documents import delivery
from recruitment.documents.models import Issued
from recruitment.ledger.models import Leaf
from screening.applications import actions
from screening.applications.forms import SubmitForm, WithdrawForm
from screening.applications.models import Application
from screening.applications.states import State
from screening.applications.views.advice import advice_for
from screening.applications.views.base import OwnFile
from screening.applications.views.file import is_late, tasks_of
from screening.applications.views.summaries import summaries_of

HAND_IN = {State.DRAFT: actions.submit, State.RETURNED: actions.resubmit, State.REOPENED: actions.renew}


class Check(OwnFile):
    """Everything on one page, with what is often sent back; the button below hands it in, once."""

    template_name = "applications/check.html"

    def get(self, request, uuid):
        return self.show(SubmitForm())

    def show(self, form) -> HttpResponse:
        application = self.application
        summaries = summaries_of(application)
        context = {"form": form, "summaries": summaries, "is_late": is_late(application)}
        if application.is_in_candidates_hands:
            missing = [task for task in tasks_of(application) if task.state != "done"]
            context |= {"missing": missing, "advice": advice_for(application)}
        return self.page(**context)

    def post(self, request, uuid):
        if not self.application.is_in_candidates_hands:
            return self.to_receipt()
        form = SubmitForm(request.POST)
        if not form.is_valid():
            return self.show(form)
        verb = HAND_IN[State(self.application.state)]
        try:
            verb(self.application, by=request.user)
        except TransitionNotAllowed:
            return self.explain()
        return self.to_receipt()

    def explain(self) -> HttpResponse:
        """Why it could not be handed in: it already was (a second click), a section is missing, or the day has passed."""
        current = Application.objects.of_candidate(self.request.user).for_candidate().get(pk=self.application.pk)
        if not current.is_in_candidates_hands:
            return self.to_receipt()
        if current.state == State.REOPENED and is_late(current):
            actions.restore(current, by=self.request.user)
            messages.warning(self.request, _("The deadline has passed. The version that you handed in before counts."))
            return self.to_receipt()
        if current.missing_sections():
            messages.warning(self.request, _("Some sections are not complete yet. Complete them, then hand the application in."))
            return redirect("applications:check", current.uuid)
        if current.state == State.RETURNED:
            raise Refused(_("The day until which corrections could be handed in has passed."), subject=current)
        raise Refused(_("The deadline of this position has passed. Applications are no longer taken."), subject=current)

    def to_receipt(self) -> HttpResponse:
        """Where there is a number there is a receipt."""
        current = Application.objects.of_candidate(self.request.user).get(pk=self.application.pk)
        return redirect("applications:receipt" if current.reference else "applications:file", current.uuid)


class Receipt(OwnFile):
    """The number, the instant, the paper, and the place in the ledger."""

    template_name = "applications/receipt.html"

    def get(self, request, uuid):
        if not self.application.reference:
            return self.to_file()
        return self.page(
            version=self.application.versions.defer("answers").last(),
            receipt=Issued.objects.kept().about(self.application).filter(template="documents/receipt.html").first(),
            leaf=Leaf.objects.about("submission", self.application.reference).first(),
            service_days=self.application.position.round.qualification_days,
        )


class ReceiptPaper(OwnFile):
    """The receipt as PDF."""

    def get(self, request, uuid):
        receipts = Issued.objects.visible_to(request.user).about(self.application).filter(template="documents/receipt.html")
        receipt = get_object_or_404(receipts[:1])
        if not receipt.is_pressed:
            messages.info(request, _("The receipt is still being prepared. Please try again in a moment."))
            return redirect("applications:receipt", uuid)
        return delivery.stream(receipt)


class Withdraw(OwnFile):
    """Explains what it means, asks once, then ends the application."""

    template_name = "applications/withdraw.html"

    def get(self, request, uuid):
        return self.page(form=WithdrawForm()) if self.application.may_be_withdrawn else self.to_file()

    def post(self, request, uuid):
        form = WithdrawForm(request.POST)
        if not form.is_valid():
            return self.page(form=form)
        actions.withdraw(self.application, by=request.user, **form.cleaned_data)
        messages.success(request, _("Your application was withdrawn."))
        return self.to_file()


class Discard(OwnFile):
    """Deletes a draft for good, after asking once."""

    template_name = "applications/discard.html"

    def get(self, request, uuid):
        return self.page() if self.application.state == State.DRAFT else self.to_file()

    def post(self, request, uuid):
        actions.discard(self.application, by=request.user)
        messages.success(request, _("The draft was deleted."))
        return redirect("applications:list")
