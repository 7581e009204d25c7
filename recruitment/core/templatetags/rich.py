"""The one filter by which rich text comes onto a page."""

from django import template
from django.utils.safestring import SafeString

from recruitment.core import richtext

register = template.Library()


@register.filter
def rich(text: str | None) -> SafeString:
    """Paragraphs, lists and links of a kept text; plain text a paragraph a line."""
    return richtext.shown(text or "")


@register.filter
def rich_list(text: str | None) -> SafeString:
    """The same, where plain text is a list of one thing a line."""
    return richtext.shown(text or "", as_list=True)
