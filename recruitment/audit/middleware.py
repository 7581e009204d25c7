"""Tells the audit from which address a request comes; anonymous objections leave none."""

from recruitment.core.origins import origin

UNTRACED = "/objections/"


class Origin:
    """Sets the origin for the time of one request."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        address = "" if UNTRACED in request.path else request.META.get("REMOTE_ADDR", "")
        token = origin.set(address)
        try:
            return self.get_response(request)
        finally:
            origin.reset(token)
