"""The front hall: home, "my desk" for each role, and the small pages that machines ask for."""

import datetime

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin, UserPassesTestMixin
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import RedirectView, TemplateView

from onboarding.appointments.conditions import key_days
from onboarding.appointments.models import Appointment
from onboarding.appointments.states import AppointmentState
from onboarding.mentoring.models import Pairing
from onboarding.services.models import Case
from onboarding.training.models import Enrolment
from positions.models import Position
from positions.views.listing import entries_of
from publicity.notices.models import Notice
from recruitment import desks
from recruitment.core.caching import public_page, remembered
from recruitment.ledger.actions import cosign
from recruitment.ledger.forms import CosignForm
from recruitment.ledger.models import Checkpoint, Witness
from recruitment.ledger.queries import checkpoint_note
from screening.applications.views import parcels
from screening.oversight.permissions import may_look


class Door(RedirectView):
    """`/` leads to the reader's language: the one they chose, else the browser's, else the site's."""

    def get_redirect_url(self, *args, **kwargs):
        request = self.request
        language = translation.get_language_from_request(request)
        if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES and not request.headers.get("Accept-Language"):
            language = settings.PORTAL_LANGUAGE
        return f"/{language}/"


@method_decorator(public_page, name="dispatch")
class Home(TemplateView):
    """Why the programme exists, what is open, what was announced."""

    template_name = "home.html"

    def get_context_data(self, **context):
        positions = entries_of(Position.objects.current().entries()[:5])
        notices = Notice.objects.public().for_list()[:3]
        return super().get_context_data(positions=positions, notices=notices, **context)


class MyDesk(LoginRequiredMixin, TemplateView):
    """One page with everything that is somebody's to do."""

    template_name = "desk.html"

    def get_context_data(self, **context):
        cards = [{"item": item, "url": reverse(item.url_name)} for item in desks.items_for(self.request.user)]
        return super().get_context_data(cards=cards, **context)


class MyService(LoginRequiredMixin, TemplateView):
    """The officer's own page: contract and permits with their days, training, mentor, services in one place."""

    template_name = "service.html"

    def get_context_data(self, **context):
        user = self.request.user
        appointments = Appointment.objects.filter(officer=user).exclude(state=AppointmentState.DECLINED)
        appointment = appointments.for_display().prefetch_related("permits").first()
        return super().get_context_data(
            appointment=appointment,
            days=key_days(appointment) if appointment else [],
            enrolments=list(Enrolment.objects.filter(appointment__officer=user).select_related("course")),
            pairing=Pairing.objects.live().filter(appointment__officer=user).for_list().first(),
            cases=list(Case.objects.open().filter(appointment__officer=user).for_list()[:10]),
            **context,
        )


class Cosign(LoginRequiredMixin, UserPassesTestMixin, TemplateView):
    """Where an observer with a mandate in force fetches the note of a checkpoint and hands in the signature that was made off-line."""

    template_name = "cosign.html"

    def test_func(self):
        return may_look(self.request.user)

    def get_context_data(self, **context):
        checkpoint = Checkpoint.objects.prefetch_related("cosignatures__witness").first()
        witnesses = list(Witness.objects.in_force().signed_last())
        told = {"form": CosignForm(), "checkpoint": checkpoint, "note": checkpoint and checkpoint_note(checkpoint).decode()}
        return super().get_context_data(witnesses=witnesses, **{**told, **context})

    def post(self, request):
        form = CosignForm(request.POST)
        checkpoint = Checkpoint.objects.filter(size=request.POST["size"]).first() if request.POST.get("size", "").isdecimal() else None
        if checkpoint is None or not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        cosign(checkpoint, by=request.user, **form.cleaned_data)
        messages.success(request, _("The co-signature stands under the checkpoint now."))
        return redirect("cosign")


def robots(request):
    """Names on notices are not for search engines; everything public else is."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /*/applications/",
        "Disallow: /*/desk/",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


PAGES = (
    "home",
    "positions:list",
    "credentials:guide",
    "positions:terms",
    "notices:list",
    "communication:selection",
    "communication:questions",
    "ledger",
    "privacy:notice",
)


def sitemap(request):
    """Public pages in all languages, each with its alternates; no single notice, for names are not for search engines (domain 1.1.9)."""
    return HttpResponse(remembered(request, lambda: render_to_string("sitemap.xml", _mapped())), content_type="application/xml")


def _mapped() -> dict:
    pages = [{"paths": _paths(name)} for name in PAGES]
    posts = Position.objects.public().order_by("-published_at").values_list("reference", "published_at", "closed_at")[:5000]
    pages += [{"paths": _paths("positions:detail", [reference]), "changed": closed or published} for reference, published, closed in posts]
    return {"site_url": settings.SITE_URL, "pages": pages, "default": settings.PORTAL_LANGUAGE}


def _paths(name: str, args: list | None = None) -> dict[str, str]:
    paths = {}
    for language, _label in settings.LANGUAGES:
        with translation.override(language):
            paths[language] = reverse(name, args=args)
    return paths


def security_txt(request):
    """RFC 9116."""
    expires = (timezone.now() + datetime.timedelta(days=180)).isoformat(timespec="seconds")
    contact = settings.SITE["email"] or settings.DEFAULT_FROM_EMAIL
    lines = [
        f"Contact: mailto:{contact}",
        f"Expires: {expires}",
        "Preferred-Languages: zh, en",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")


KEPT_FORMS = ("applications:section", "applications:entry", "applications:entry_add")


def stale_form(request, reason: str = ""):
    """A form of an earlier session: what was typed into an application is kept and shown again; nothing of it is saved by itself.

    Danger: only what our own page sent is kept; a form of another site is refused as ever.
    """
    match = request.resolver_match
    is_ours = request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin" and not reason.startswith(("Origin", "Referer"))
    if is_ours and match and match.view_name in KEPT_FORMS and request.user.is_authenticated and parcels.keep(request):
        return redirect(request.get_full_path())
    return render(request, "403_csrf.html", status=403)
