"""The candidate's questionnaire: consent first, answers saved as they come, single answers gone once it is handed in."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View

from recruitment.privacy.models import Consent
from recruitment.privacy.states import ConsentKind
from recruitment.privacy.texts import consequence, text
from screening.crosscultural import actions
from screening.crosscultural.actions.inventory import consented
from screening.crosscultural.forms import FinalInventoryForm, InventoryForm
from screening.crosscultural.models import Interview, Inventory, Item
from screening.crosscultural.states import InterviewState

KIND = ConsentKind.PSYCHOLOGICAL_TEST


class Questionnaire(LoginRequiredMixin, View):
    """One page for all of it: the consent, the items, or that it is handed in."""

    @cached_property
    def interview(self) -> Interview:
        mine = Interview.objects.of_candidate(self.request.user).select_related("application__position", "inventory")
        return get_object_or_404(mine, uuid=self.kwargs["uuid"])

    @cached_property
    def inventory(self) -> Inventory | None:
        return getattr(self.interview, "inventory", None)

    @cached_property
    def is_consented(self) -> bool:
        return self.inventory is not None and consented(self.interview)

    def form(self, kind: type[InventoryForm], *told) -> InventoryForm:
        return kind(*told, items=Item.objects.asked(), answers=self.inventory.answers or {})

    def get(self, request, uuid):
        is_running = self.is_consented and self.inventory.scored_at is None and self.interview.state == InterviewState.OPENED
        return self.page(self.form(InventoryForm) if is_running else None)

    def post(self, request, uuid):
        if "begin" in request.POST:
            actions.begin(self.interview, language=get_language(), by=request.user)
            return redirect("crosscultural:inventory", uuid)
        if not self.is_consented or self.inventory.scored_at is not None:
            return redirect("crosscultural:inventory", uuid)
        is_final = "finish" in request.POST
        form = self.form(FinalInventoryForm if is_final else InventoryForm, request.POST)
        is_whole = form.is_valid()
        actions.keep(self.interview, answers=form.answers(), by=request.user)
        if not is_whole:
            return self.page(form, 422)
        if is_final:
            actions.finish(self.interview, by=request.user)
            messages.success(request, _("Thank you. Your single answers are deleted."))
        else:
            messages.success(request, _("Saved. You can go on later."))
        return redirect("crosscultural:inventory", uuid)

    def page(self, form: InventoryForm | None, status: int = 200) -> HttpResponse:
        given = Consent.objects.of(self.request.user).about(self.interview.application).standing().filter(kind=KIND).first()
        context = {
            "interview": self.interview,
            "inventory": self.inventory if self.is_consented else None,
            "form": form,
            "consent": given if self.is_consented else None,
            "is_open": self.interview.state == InterviewState.OPENED,
            "words": text(KIND, get_language()),
            "consequence": consequence(KIND),
        }
        return render(self.request, "crosscultural/inventory.html", context, status=status)
