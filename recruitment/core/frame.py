"""The frame of every page: header, menu, footer. Each part is rendered once for a language, a kind of reader and the
entry of the menu that is lit, and kept by the process; address and token of the request are put in afterwards.

The frame cost more than most of what it frames: some two hundred template nodes, the same on every page.
"""

from functools import lru_cache

from django.conf import settings
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.html import escape
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from recruitment.core.context import site_name

# Characters of the private use area: no translation has them.
REST, QUERY, TOKEN = "\ue000", "\ue001", "\ue002"
# As many as there are pages times languages times kinds of readers; addresses that do not exist count as one page.
MOST = 4000


def part(request, name: str) -> SafeString:
    """One part of the frame for this request; `name` is its template's."""
    language = get_language() or settings.PORTAL_LANGUAGE
    if request is None:
        return mark_safe(_kept(name, language, "", False, False).replace(QUERY, ""))
    match = request.resolver_match
    is_known = hasattr(request, "user") and request.user.is_authenticated
    text = _kept(name, language, match.view_name if match else "", is_known, request.path_info.startswith(f"/{language}/"))
    for mark, value in ((REST, _rest), (QUERY, _query), (TOKEN, get_token)):
        if mark in text:
            text = text.replace(mark, escape(value(request)))
    return mark_safe(text)


@lru_cache(MOST)
def _kept(name: str, language: str, view: str, is_known: bool, has_language: bool) -> str:
    context = {"links": _links(language, view, has_language), "view": view, "is_known": is_known, "site": settings.SITE}
    context |= {"site_name": site_name(), "csrf_token": TOKEN, "here": QUERY}
    return render_to_string(name, context)


def _links(language: str, view: str, has_language: bool) -> list[dict]:
    """The same page in every language; the front page where this address is none or has no language."""
    rest = REST if view and has_language else ""
    return [
        {
            "code": code,
            "name": name,
            "href": f"/{code}/{rest}",
            "absolute": f"{settings.SITE_URL}/{code}/{rest}",
            "current": code == language,
            "default": code == settings.PORTAL_LANGUAGE,
        }
        for code, name in settings.LANGUAGES
    ]


def _rest(request) -> str:
    """What follows the language in the address, with its query."""
    return request.get_full_path().split("/", 2)[2]


def _query(request) -> str:
    return urlencode({"next": request.get_full_path()})


def lit(view: str, name: str) -> str:
    """For aria-current: "page" on that very page, "true" below a list of its part of the site, else nothing."""
    if view == name:
        return "page"
    namespace, _colon, page = name.rpartition(":")
    return "true" if page == "list" and view.rpartition(":")[0] == namespace else ""


def address(name: str) -> str:
    """The address of a page without parts, nothing while there is no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
