"""The tags of every page: badges, dates, summaries, pages, languages, errors."""

import datetime

from django import template
from django.conf import settings
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.html import format_html
from django.utils.translation import get_language, override

from recruitment.core import badges, spoken_dates
from recruitment.core.rendering import summary_of

register = template.Library()


@register.simple_tag
def state_badge(subject, audience: str = "", of: str = ""):
    """The badge of a row's state, or of a bare state when `of` names its kind; KeyError on a state nobody registered."""
    namespace, state = (of, subject) if of else (subject._meta.label_lower, subject.state)
    label, colour = badges.badge(namespace, state, audience=audience)
    return format_html('<strong class="govuk-tag govuk-tag--{}">{}</strong>', colour, label)


@register.simple_tag
def day(value: datetime.date | None):
    """A date in the reader's language that never breaks."""
    if value is None:
        return ""
    return format_html('<time class="date" datetime="{}">{}</time>', str(value)[:10], spoken_dates.day(value))


@register.filter
def spoken(value: datetime.date | datetime.datetime | None, zone: str = "") -> str:
    """A day or an instant as plain words, for letters."""
    return spoken_dates.moment(value, zone) if isinstance(value, datetime.datetime) else spoken_dates.day(value)


@register.simple_tag
def when(value: datetime.datetime | None, zone: str = ""):
    """An instant in Shanghai time, and in the reader's zone when it is given and another."""
    if value is None:
        return ""
    machine = value.isoformat(timespec="minutes")
    return format_html('<time class="portal-when" datetime="{}">{}</time>', machine, spoken_dates.moment(value, zone))


@register.inclusion_tag("includes/_summary.html")
def summary(rows, classes: str = ""):
    """A summary list from (key, value) or (key, value, address, link text)."""
    rows = [dict(zip(("key", "value", "href", "text"), row, strict=False)) for row in rows]
    return {"rows": rows, "classes": classes, "with_actions": any(row.get("href") for row in rows)}


@register.inclusion_tag("includes/_form_errors.html")
def form_errors(*forms):
    """The error summary of forms and formsets; nothing when there is nothing wrong."""
    return {"errors": summary_of(*forms)}


@register.inclusion_tag("includes/_pager.html", takes_context=True)
def pager(context, page, parameter: str = "page"):
    """Pages of a list; keeps every other part of the address."""
    query = context["request"].GET.copy()
    query.pop(parameter, None)
    prefix = f"?{query.urlencode()}&{parameter}=" if query else f"?{parameter}="
    numbers = list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
    return {"page": page, "prefix": prefix, "numbers": numbers, "ellipsis": page.paginator.ELLIPSIS}


@register.simple_tag(takes_context=True)
def active_url(context, name: str) -> str:
    """For aria-current: "page" on that very page, "true" below a list of its part of the site, else nothing."""
    match = getattr(context.get("request"), "resolver_match", None)
    if match is None:
        return ""
    if match.view_name == name:
        return "page"
    namespace, _, page = name.rpartition(":")
    return "true" if page == "list" and match.namespace == namespace else ""


@register.inclusion_tag("includes/_nav_item.html", takes_context=True)
def nav_item(context, name: str, label: str, last: bool = False):
    """One entry of the navigation; nothing while there is no such page."""
    return {"href": _address(name), "label": label, "current": active_url(context, name), "last": last}


@register.inclusion_tag("includes/_page_link.html")
def page_link(name: str, label: str):
    """One page in a list of links; nothing while there is no such page."""
    return {"href": _address(name), "label": label}


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@register.simple_tag(takes_context=True)
def language_links(context) -> list[dict]:
    """The same page in every language, with its query; the front page where this one has no address."""
    request = context.get("request")
    if request is None:
        return []
    links = getattr(request, "portal_language_links", None)
    if links is None:
        links = request.portal_language_links = [_language_link(request, code, name) for code, name in settings.LANGUAGES]
    return links


def _language_link(request, code: str, name: str) -> dict:
    path = request.get_full_path()
    target = translate_url(path, code)
    if target == path and get_language() != code:
        with override(code):
            target = _address("home") or f"/{code}/"
    return {
        "code": code,
        "name": name,
        "href": target,
        "absolute": settings.SITE_URL + target,
        "current": get_language() == code,
        "default": code == settings.PORTAL_LANGUAGE,
    }
