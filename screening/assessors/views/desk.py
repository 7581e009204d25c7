"""An assessor's own desk: declarations, questions about conflicts, panels with rooms and order, and their own details."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import FormView, TemplateView

from positions.models import Round
from screening.assessors import actions, texts
from screening.assessors.forms import AbstainForm, AnswerForm, AvailabilityForm, DeclareForm, StationForm
from screening.assessors.models import Assessor, Availability, ConflictHint, Membership, Station, Undertaking
from screening.assessors.permissions import may_declare
from screening.assessors.queries import declared_rounds, order_of


class Desk(LoginRequiredMixin, TemplateView):
    """What waits for the reader; of a round without their declaration only that it waits."""

    template_name = "assessors/desk.html"

    def get_context_data(self, **context):
        user = self.request.user
        declared = set(declared_rounds(user).values_list("round", flat=True))
        seats = list(Membership.objects.for_desk(user))
        rounds = {seat.panel.position.round_id: seat.panel.position.round for seat in seats}
        open_seats = [{"seat": seat, "order": order_of(seat.panel, user)} for seat in seats if seat.panel.position.round_id in declared]
        return super().get_context_data(
            due=[round for pk, round in rounds.items() if pk not in declared],
            seats=open_seats,
            hints=ConflictHint.objects.asked_of(user).select_related("application__position").order_by("uuid"),
            undertakings=Undertaking.objects.filter(assessor=user).select_related("round"),
            profile=Assessor.objects.filter(user=user).first(),
            **context,
        )


class Declare(LoginRequiredMixin, FormView):
    """The exact words for one round, and the reader's word on them."""

    template_name = "assessors/declare.html"
    form_class = DeclareForm

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            self.round = get_object_or_404(Round, reference=kwargs["reference"])
            if not may_declare(request.user, self.round):
                raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **context):
        given = Undertaking.objects.in_force().filter(assessor=self.request.user, round=self.round).first()
        return super().get_context_data(
            round=self.round, paragraphs=texts.text(get_language()).split("\n\n"), version=texts.VERSION, given=given, **context
        )

    def form_valid(self, form):
        actions.declare(self.round, language=get_language(), by=self.request.user)
        messages.success(self.request, _("Your declaration was received."))
        return redirect("assessors:desk")

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


class Question(LoginRequiredMixin, FormView):
    """One question about a conflict: the reader's own life and the post, nothing of the candidate."""

    template_name = "assessors/question.html"
    form_class = AnswerForm

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            mine = ConflictHint.objects.asked_of(request.user).select_related("application__position")
            self.hint = get_object_or_404(mine, uuid=kwargs["uuid"])
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **context):
        return super().get_context_data(question=self.hint.question, title=self.hint.application.position.title, **context)

    def form_valid(self, form):
        actions.answer(self.hint, by=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("Thank you. Your answer was received."))
        return redirect("assessors:desk")

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


class Abstain(LoginRequiredMixin, FormView):
    """Keep out of a whole post."""

    template_name = "assessors/abstain.html"
    form_class = AbstainForm

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form):
        actions.abstain(form.cleaned_data["position"], reason=form.cleaned_data["reason"], by=self.request.user)
        messages.success(self.request, _("You keep out of this post. Its files have left your lists."))
        return redirect("assessors:desk")

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


class Details(LoginRequiredMixin, View):
    """When the reader has time, and where they worked and studied."""

    def get(self, request):
        return self.page()

    def post(self, request):
        kind = StationForm if request.POST.get("then") == "station" else AvailabilityForm
        form = kind(request.POST)
        if not form.is_valid():
            return self.page(status=422, **{"station" if kind is StationForm else "availability": form})
        actions.tell(self.profile, kind="station" if kind is StationForm else "availability", told=form.cleaned_data, by=request.user)
        messages.success(request, _("Saved."))
        return redirect("assessors:details")

    @property
    def profile(self) -> Assessor:
        return get_object_or_404(Assessor, user=self.request.user)

    def page(self, *, status: int = 200, station=None, availability=None):
        profile = self.profile
        told = {
            "profile": profile,
            "stations": profile.stations.all(),
            "availabilities": profile.availabilities.all(),
            "station": station or StationForm(),
            "availability": availability or AvailabilityForm(),
            "bad": station or availability,
        }
        return render(self.request, "assessors/details.html", told, status=status)


class RemoveDetail(LoginRequiredMixin, View):
    """Takes back one station or one time."""

    http_method_names = ["post"]

    def post(self, request):
        profile = get_object_or_404(Assessor, user=request.user)
        model = Station if request.POST.get("kind") == "station" else Availability
        pk = request.POST.get("pk", "")
        row = get_object_or_404(model, assessor=profile, pk=pk if pk.isdecimal() and len(pk) < 10 else 0)
        actions.untell(row, by=request.user)
        return redirect("assessors:details")
