"""What every page of the compartment shares: members only, the banner, no line in the general register, signatures with a fresh factor."""

import time

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from recruitment.core.admin import DeskAdmin
from screening.security.models import Membership, Review
from screening.security.permissions import PASSWORD, may_sign_with

FRESH_SECONDS = 10 * 60
CONFIRM = "admin/security/confirm.html"
STALE = _("Your identity was confirmed more than ten minutes ago. Confirm it again in another tab, then press the button here once more.")


def factor_of(request) -> str:
    """By what the reader showed within the last minutes who they are: a second factor before a password; empty if by nothing."""
    fresh = [row for row in get_authentication_records(request, request.user) if time.time() - row["at"] < FRESH_SECONDS]
    factors = [str(row.get("type") or row["method"]) for row in fresh if row["method"] == "mfa"]
    return (factors or [PASSWORD if any(row["method"] == PASSWORD for row in fresh) else ""])[-1]


def confirm_address(request, target: str) -> str:
    """Where the reader shows again who they are."""
    page = "mfa_reauthenticate" if is_mfa_enabled(request.user) else "account_reauthenticate"
    return f"{reverse(page)}?{urlencode({'next': target})}"


class Compartment(DeskAdmin):
    """Members only; what is signed needs a fresh factor."""

    signed: tuple[str, ...] = ()
    change_list_template = "admin/security/change_list.html"
    change_form_template = "admin/security/change_form.html"

    def has_module_permission(self, request):
        return Membership.is_held_by(request.user)

    def has_view_permission(self, request, obj=None):
        return Review.is_open_to(request.user)

    def has_change_permission(self, request, obj=None):
        return False

    def has_add_permission(self, request):
        return False

    def _note(self, request, verb, obj):
        return None

    def verb_view(self, request, object_id, verb):
        """The shared page with the banner; a verb that is signed first asks who is there."""
        response = super().verb_view(request, object_id, verb)
        if getattr(response, "template_name", "") != "admin/desk/confirm.html":
            return response
        if verb in self.signed and request.method == "GET" and not may_sign_with(request.user, factor_of(request)):
            messages.info(request, _("What you are about to do is signed. Confirm your identity first."))
            return redirect(confirm_address(request, request.get_full_path()))
        response.template_name = CONFIRM
        return response

    def _perform(self, request, verb, row, form):
        if verb.name not in self.signed:
            return super()._perform(request, verb, row, form)
        factor = factor_of(request)
        if may_sign_with(request.user, factor):
            form.cleaned_data["factor"] = factor
            return super()._perform(request, verb, row, form)
        form.add_error(None, STALE)
        return self.page(
            request, CONFIRM, object=row, verb=verb, form=form, title=verb.label, confirm_url=confirm_address(request, request.path)
        )

    def page(self, request, template: str, **context) -> TemplateResponse:
        """A page of the desk."""
        return TemplateResponse(request, template, {**self.admin_site.each_context(request), "opts": self.opts, **context})
