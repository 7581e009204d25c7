"""What every page knows about the portal itself; no query, no session."""

from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

DISPLAY_COOKIE = "display"
DISPLAY_CHOICES = ("large", "contrast")


def site_name() -> str:
    """What the portal calls itself, on pages and on paper."""
    return settings.SITE.get("name") or _("Shanghai Foreign Civil Servant Recruitment")


class Portal:
    """The portal as the frame of a page sees it."""

    demo = settings.PORTAL_DEMO
    address = settings.SITE_URL

    def __init__(self, request):
        self._cookie = request.COOKIES.get(DISPLAY_COOKIE, "")

    @property
    def site(self) -> dict:
        return settings.SITE

    @property
    def name(self) -> str:
        return site_name()

    @cached_property
    def display(self) -> list[str]:
        """The reader's choices, in a fixed order, whatever the cookie says."""
        chosen = self._cookie.split("-")
        return [choice for choice in DISPLAY_CHOICES if choice in chosen]

    @property
    def display_classes(self) -> str:
        return " ".join(f"portal-{choice}" for choice in self.display)


def portal(request) -> dict:
    return {"portal": Portal(request)}
