"""The panel's pages. A candidate number stands for the person; the ratings of others stay hidden until one's own are locked."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import ListView

from screening.applications.models import Arrangement
from screening.assessors.actions import recuse
from screening.assessors.forms import StepBackForm
from screening.assessors.states import Ground
from screening.crosscultural import actions
from screening.crosscultural.actions.rating import read
from screening.crosscultural.conditions import is_ahead
from screening.crosscultural.forms import FinalSheetForm, SheetForm
from screening.crosscultural.models import Interview, Sheet
from screening.crosscultural.states import SheetState


class Panels(LoginRequiredMixin, ListView):
    """The interviews of the reader's panels, by their hour."""

    template_name = "crosscultural/panels.html"
    paginate_by = 50

    def get_queryset(self):
        mine = Interview.objects.rated_by(self.request.user).with_booking().with_sheet_of(self.request.user)
        return mine.select_related("booklet").order_by("bookings__slot__starts_at", "code")


class OwnInterview(LoginRequiredMixin, View):
    """A page about one interview that the reader rates."""

    @cached_property
    def interview(self) -> Interview:
        mine = Interview.objects.rated_by(self.request.user).select_related("booklet").with_booking()
        return get_object_or_404(mine, code=self.kwargs["code"])

    @cached_property
    def sheet(self) -> Sheet | None:
        return self.interview.sheets.of(self.request.user).prefetch_related("ratings__dimension").first()

    @property
    def is_locked(self) -> bool:
        return self.sheet is not None and self.sheet.state == SheetState.LOCKED

    def to_sheet(self) -> HttpResponse:
        return redirect("crosscultural:sheet", self.interview.code)

    def page(self, template: str, status: int = 200, **context) -> HttpResponse:
        slot = self.interview.live[0].slot
        told = {
            "interview": self.interview,
            "code": self.interview.code,
            "booklet": self.interview.booklet,
            "slot": slot,
            "sheet": self.sheet,
            "extra": Arrangement.objects.filter(application=self.interview.application_id)
            .values_list("interview_minutes", flat=True)
            .first(),
        }
        return render(self.request, template, {**told, **context}, status=status)


class SheetPage(OwnInterview):
    """Questions in their order, dimensions with their anchors, and the reader's own ratings."""

    def form(self, kind: type[SheetForm], *told) -> SheetForm:
        ratings = {rating.dimension_id: rating for rating in self.sheet.ratings.all()} if self.sheet else {}
        return kind(*told, dimensions=self.interview.booklet.dimensions.all(), ratings=ratings)

    def questions(self):
        return self.interview.booklet.questions.all()

    def get(self, request, code):
        read(self.interview, by=request.user)
        if self.is_locked:
            return self.page("crosscultural/locked.html", sheets=self.sheets())
        form = None if is_ahead(self.interview.live[0].slot) else self.form(SheetForm)
        return self.page("crosscultural/sheet.html", form=form, questions=self.questions())

    def sheets(self) -> list[Sheet]:
        """The reader's own sheet first, then those of others who have locked theirs."""
        locked = self.interview.sheets.counting().locked().prefetch_related("ratings__dimension").order_by("pk")
        return sorted(locked, key=lambda sheet: sheet.pk != self.sheet.pk)

    def post(self, request, code):
        is_final = "lock" in request.POST
        form = self.form(FinalSheetForm if is_final else SheetForm, request.POST)
        if not form.is_valid():
            return self.page("crosscultural/sheet.html", 422, form=form, questions=self.questions())
        actions.rate(self.interview, ratings=form.ratings(), by=request.user)
        if is_final:
            return redirect("crosscultural:lock", code)
        messages.success(request, _("Saved as a draft."))
        return self.to_sheet()


class Lock(OwnInterview):
    """The last look before the ratings are final."""

    def get(self, request, code):
        if self.is_locked or self.sheet is None:
            return self.to_sheet()
        return self.page("crosscultural/lock.html")

    def post(self, request, code):
        if not self.is_locked:
            actions.lock(self.interview, by=request.user)
            messages.success(request, _("Your ratings are locked."))
        return self.to_sheet()


class StepBack(OwnInterview):
    """Step back from an interview; it leaves the desk at once."""

    def get(self, request, code):
        return self.ask(StepBackForm())

    def post(self, request, code):
        form = StepBackForm(request.POST)
        if not form.is_valid():
            return self.ask(form, 422)
        application = self.interview.application
        recuse(application, assessor=request.user, ground=Ground.CONFLICT, reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("You have stepped back from this interview. It has left your list."))
        return redirect("crosscultural:panels")

    def ask(self, form: StepBackForm, status: int = 200) -> HttpResponse:
        up, back = reverse("crosscultural:panels"), reverse("crosscultural:sheet", args=[self.interview.code])
        return self.page("assessors/step_back.html", status, form=form, up=up, up_text=_("Interviews to rate"), back=back)
