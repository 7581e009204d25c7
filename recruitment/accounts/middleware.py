"""Nobody who decides about others gets past the door with a password alone."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.shortcuts import redirect

from recruitment.accounts.roles import SECOND_FACTOR

OPEN = ("mfa_", "account_")


class SecondFactor:
    """Sends staff without a second factor to set one up; nothing else is reachable for them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not settings.SECOND_FACTOR_REQUIRED or not request.user.is_authenticated:
            return None
        name = request.resolver_match.url_name or ""
        if name.startswith(OPEN) or not (request.user.is_superuser or request.user.has_role(*SECOND_FACTOR)):
            return None
        return None if is_mfa_enabled(request.user) else redirect("mfa_index")
