"""What somebody sees of themselves: everything that is held, a copy on paper, requests with their clocks."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import ListView

from recruitment.documents import delivery
from recruitment.documents.models import Issued
from recruitment.policy.queries import value
from recruitment.privacy import texts
from recruitment.privacy.models import PrivacyNotice
from recruitment.privacy.states import ConsentKind
from screening.applications.models import Application
from screening.rights import actions, listing
from screening.rights.forms import AskForm, DeleteForm
from screening.rights.models import Request
from screening.rights.states import RequestKind


class Everything(LoginRequiredMixin, View):
    """All that is held, section by section, with what for and how long."""

    def get(self, request):
        copy = Issued.objects.visible_to(request.user).about(request.user).filter(template=actions.COPY).first()
        return render(request, "rights/everything.html", {"parts": listing.everything(request.user), "copy": copy})


class Copy(LoginRequiredMixin, View):
    """The same as a paper: prepared when it is asked for, and only the newest is kept."""

    def get(self, request):
        copy = Issued.objects.visible_to(request.user).about(request.user).filter(template=actions.COPY).first()
        if copy is None or not copy.is_pressed:
            messages.info(request, _("The paper is not ready yet. Please try again in a moment."))
            return redirect("rights:everything")
        return delivery.read(copy, by=request.user)

    def post(self, request):
        actions.copy(by=request.user)
        messages.info(request, _("The paper is being prepared. This takes a few seconds; then you can download it here."))
        return redirect("rights:everything")


class Requests(LoginRequiredMixin, ListView):
    """One's requests, each with its day or its answer."""

    template_name = "rights/list.html"
    paginate_by = 20

    def get_queryset(self):
        return Request.objects.of(self.request.user).order_by("-pk")

    def get_context_data(self, **kwargs):
        kinds = [(kind.value, kind.label) for kind in RequestKind]
        return super().get_context_data(**kwargs) | {"kinds": kinds, "days": value("dsr.answer_working_days")}


class Ask(LoginRequiredMixin, View):
    """One request: what it means, what is asked, the button."""

    def kind(self) -> RequestKind:
        try:
            return RequestKind(self.kwargs["kind"])
        except ValueError:
            raise Http404 from None

    def form(self, *told):
        return (DeleteForm if self.kind() == RequestKind.DELETION else AskForm)(*told)

    def get(self, request, kind):
        return self.show(self.form())

    def show(self, form) -> HttpResponse:
        kind = self.kind()
        context = {"form": form, "kind": kind, "days": value("dsr.answer_working_days")}
        if kind == RequestKind.DELETION:
            erased, kept = listing.outlook(self.request.user)
            context |= {"erased": erased, "kept": kept, "always_kept": listing.ALWAYS_KEPT}
        return render(self.request, "rights/ask.html", context)

    def post(self, request, kind):
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(form)
        asked = actions.ask(self.kind(), statement=form.cleaned_data["statement"], by=request.user)
        messages.success(request, _("Your request has the number %(number)s. The answer comes by letter.") % {"number": asked.reference})
        return redirect("rights:list")


class Parcel(LoginRequiredMixin, View):
    """Everything of one application in one file: answers, receipts, letters, documents; what is not ready yet is named inside."""

    def get(self, request, uuid):
        application = get_object_or_404(Application.objects.of_candidate(request.user).select_related("position"), uuid=uuid)
        packed = actions.take_parcel(application, by=request.user)
        return FileResponse(packed, as_attachment=True, filename=f"{application.reference or 'draft'}.zip", headers=delivery.PRIVATE)


class PublishAgain(LoginRequiredMixin, View):
    """The words of the consent to publication, and the button that gives it again."""

    def file(self) -> Application:
        held = Application.objects.of_candidate(self.request.user).live().filter(publication_withdrawn_at__isnull=False)
        return get_object_or_404(held.select_related("position"), uuid=self.kwargs["uuid"])

    def get(self, request, uuid):
        words = texts.text(ConsentKind.PUBLICATION, get_language(), PrivacyNotice.objects.in_force())
        return render(request, "rights/publish_again.html", {"application": self.file(), "words": words})

    def post(self, request, uuid):
        application = self.file()
        actions.publish_again(application, language=get_language(), by=request.user)
        messages.success(request, _("Your consent is given. Your application goes on."))
        return redirect("applications:file", application.uuid)
