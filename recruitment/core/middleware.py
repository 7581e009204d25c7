"""What stands between every request and its view: headers, and refusals that become pages."""

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django_fsm import TransitionNotAllowed

from recruitment.core.refusals import Refused

PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), publickey-credentials-get=(self)"


class Headers:
    """Headers that Django's own middleware does not set; the admin may show `data:` images."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.META.get("QUERY_STRING", "") or "%00" in request.META.get("QUERY_STRING", ""):
            return render(request, "400.html", status=400)
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path.startswith("/admin/"):
            response._csp_update = {"img-src": ["data:"]}
        if getattr(request, "user", None) is not None and request.user.is_authenticated:
            response.setdefault("Cache-Control", "no-store")
        return response


class Refusals:
    """A verb in the wrong state is not an error: the page says what happened meanwhile, with status 409."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception) -> HttpResponse | None:
        if isinstance(exception, TransitionNotAllowed):
            return render(request, "conflict.html", {"object": exception.object}, status=409)
        if isinstance(exception, Refused):
            return render(request, "conflict.html", {"object": exception.subject, "sentence": exception.sentence}, status=409)
        if isinstance(exception, ValidationError):
            return render(request, "conflict.html", {"sentence": " ".join(exception.messages)}, status=409)
        return None
