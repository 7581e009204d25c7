"""The page behind the link of an invitation; an account is needed to accept, none to decline."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View

from recruitment.accounts.models import User
from recruitment.core.refusals import Refused
from screening.assessors import actions, texts
from screening.assessors.models import Invitation


class InvitationPage(View):
    """Who is asked, what it means, and the two answers."""

    @cached_property
    def invitation(self) -> Invitation | None:
        found = Invitation.objects.open().select_related("assessor")
        return found.filter(token_hash=Invitation.hash_of(self.kwargs["token"])).first()

    def get(self, request, token):
        return self.page() if self.invitation else self.closed()

    def post(self, request, token):
        if self.invitation is None:
            return self.closed()
        if request.POST.get("then") == "decline":
            actions.decline(self.invitation, by=request.user if request.user.is_authenticated else User.objects.robot())
            return self.render("assessors/declined.html")
        if not request.user.is_authenticated:
            return self.page()
        try:
            actions.accept(self.invitation, by=request.user)
        except Refused as refusal:
            return self.page(refusal=refusal.sentence, status=422)
        messages.success(request, _("Thank you. You are in the pool of assessors now."))
        return redirect("assessors:details")

    def page(self, *, status: int = 200, **context) -> HttpResponse:
        return self.render("assessors/invitation.html", status=status, paragraphs=texts.PARAGRAPHS, **context)

    def closed(self) -> HttpResponse:
        """An unknown link and a dead one look alike."""
        return self.render("assessors/invitation_closed.html", status=404)

    def render(self, template: str, *, status: int = 200, **context) -> HttpResponse:
        response = render(self.request, template, {"invitation": self.invitation, **context}, status=status)
        for name, value in (("Cache-Control", "no-store"), ("X-Robots-Tag", "noindex, nofollow"), ("Referrer-Policy", "same-origin")):
            response.headers[name] = value
        return response
