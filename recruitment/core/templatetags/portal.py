"""The tags of every page: badges, dates, summaries, pages, languages, errors."""

import datetime
from functools import lru_cache

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from recruitment.core import badges, frame, spoken_dates
from recruitment.core.rendering import summary_of

register = template.Library()


@register.simple_tag
def state_badge(subject, audience: str = "", of: str = ""):
    """The badge of a row's state, or of a bare state when `of` names its kind; KeyError on a state nobody registered."""
    namespace, state = (of, subject) if of else (subject._meta.label_lower, subject.state)
    return _badge(*badges.badge(namespace, state, audience=audience), get_language())


@lru_cache(2000)
def _badge(label, colour: str, language: str):
    return format_html('<strong class="govuk-tag govuk-tag--{}">{}</strong>', colour, label)


@register.simple_tag
def day(value: datetime.date | None):
    """A date in the reader's language that never breaks."""
    if value is None:
        return ""
    return _day(str(value)[:10], spoken_dates.day(value))


@lru_cache(8192)
def _day(machine: str, spoken: str):
    return format_html('<time class="date" datetime="{}">{}</time>', machine, spoken)


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
    """For aria-current, see `frame.lit`."""
    match = getattr(context.get("request"), "resolver_match", None)
    return frame.lit(match.view_name, name) if match else ""


@register.simple_tag(takes_context=True)
def frame_part(context, name: str):
    """A part of the frame, by the name of its template."""
    return frame.part(context.get("request"), name)


@register.inclusion_tag("includes/_nav_item.html", takes_context=True)
def nav_item(context, name: str, label: str, last: bool = False):
    """One entry of the menu; nothing while there is no such page."""
    return {"href": frame.address(name), "label": label, "current": frame.lit(context["view"], name), "last": last}


@register.inclusion_tag("includes/_page_link.html")
def page_link(name: str, label: str):
    """One page in a list of links; nothing while there is no such page."""
    return {"href": frame.address(name), "label": label}
