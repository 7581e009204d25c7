"""Tells the audit from which address a request comes; anonymous objections and alerts leave none."""

from recruitment.core.origins import origin

# Who objects is not traced (domain 1.2.3), nor who asks for an alert without an account.
UNTRACED = ("/objections/", "/alerts/")


class Origin:
    """Sets the origin for the time of one request."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        address = "" if any(part in request.path for part in UNTRACED) else request.META.get("REMOTE_ADDR", "")
        token = origin.set(address)
        try:
            return self.get_response(request)
        finally:
            origin.reset(token)
