"""What the person's pages share: only one's own exists."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views import View
from django.views.decorators.cache import never_cache

from recruitment.core.refusals import Refused
from screening.security.models import Review
from screening.security.states import ReviewState


@method_decorator(never_cache, name="dispatch")
class OwnReview(LoginRequiredMixin, View):
    """A page about the reader's own review; nobody else's exists."""

    @cached_property
    def reviews(self) -> list[Review]:
        found = list(Review.objects.of_candidate(self.request.user).of_file(self.kwargs["uuid"]))
        if not found:
            raise Http404
        return found

    @property
    def review(self) -> Review:
        """The latest one."""
        return self.reviews[-1]

    @property
    def is_open(self) -> bool:
        return self.review.state == ReviewState.OPENED and not self.review.is_reconsideration

    def back(self) -> HttpResponse:
        return redirect("security:declaration", self.kwargs["uuid"])

    def page(self, template: str, status: int = 200, **context) -> HttpResponse:
        return render(self.request, template, {"review": self.review, "is_open": self.is_open, **context}, status=status)

    def tried(self, action, *args, done: str, **kwargs) -> HttpResponse:
        """Do it, or say why not; both lead back."""
        try:
            action(*args, **kwargs, by=self.request.user)
        except Refused as refusal:
            messages.error(self.request, refusal.sentence)
        else:
            messages.success(self.request, done)
        return self.back()


class FormPage(OwnReview):
    """One form on a page of its own."""

    template = ""

    def form(self, *told):
        raise NotImplementedError

    def perform(self, form) -> HttpResponse:
        raise NotImplementedError

    def context(self) -> dict:
        return {}

    def get(self, request, **kwargs):
        return self.page(self.template, form=self.form(), **self.context())

    def post(self, request, **kwargs):
        form = self.form(request.POST)
        if not form.is_valid():
            return self.page(self.template, 422, form=form, **self.context())
        return self.perform(form)
