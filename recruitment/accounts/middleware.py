"""Nobody who decides about others gets past the door with a password alone; and the office speaks the officer's language."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import get_language_from_path

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


class OwnLanguage:
    """Where the address names no language, as in the office, and none was chosen, pages come in the account's own."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if self._is_open(request) and request.user.is_authenticated:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return self.get_response(request)

    @staticmethod
    def _is_open(request) -> bool:
        return settings.LANGUAGE_COOKIE_NAME not in request.COOKIES and not get_language_from_path(request.path_info)
