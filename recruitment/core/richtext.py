"""The one door for rich text: a short list of elements is let in, everything else stays outside, and plain text keeps working."""

import html
import re

import nh3
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

TAGS = frozenset({"p", "br", "strong", "em", "ul", "ol", "li", "h3", "h4", "a"})
ATTRIBUTES = {"a": {"href", "lang"}, **{tag: {"lang"} for tag in ("p", "li", "h3", "h4", "strong", "em")}}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# What an editor or another program writes for the same thing.
SYNONYMS = {"b": "strong", "i": "em", "div": "p", "h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}
BLOCK = re.compile(r"<(p|ul|ol|h3|h4)[\s>]")
IS_MARKUP = re.compile(r"<(p|div|ul|ol|h[1-6]|br|b|i|strong|em|a)[\s/>]", re.IGNORECASE)
BREAK = re.compile(r"(</(?:p|li|h3|h4)>|<br>)\s*")
TAG = re.compile(r"<[^>]*>")
EMPTY = re.compile(r"<(p|li|h3|h4|strong|em|ul|ol)>(?:\s|<br>|&nbsp;|\xa0)*</\1>")
# The design system's classes are given when the text is shown and never kept with it.
CLASSES = {
    "p": "govuk-body",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "h3": "govuk-heading-s",
    "h4": "govuk-heading-s",
    "a": "govuk-link",
}


def is_rich(text: str) -> bool:
    """Whether a kept text is markup; one that is not is plain, a paragraph or a duty a line."""
    return bool(BLOCK.match(text.lstrip()))


def sanitise(text: str) -> str:
    """What may be kept of a text that somebody typed or pasted: allowed elements only; plain text stays as it is."""
    if not IS_MARKUP.search(text):
        return text
    clean = nh3.clean(
        _renamed(text), tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel="noopener nofollow", strip_comments=True
    )
    while (pressed := EMPTY.sub("", clean)) != clean:
        clean = pressed
    clean = clean.strip()
    return clean if not clean or BLOCK.match(clean) else f"<p>{clean}</p>"


def _renamed(text: str) -> str:
    for name, ours in SYNONYMS.items():
        text = re.sub(rf"<(/?){name}(?=[\s>])", rf"<\1{ours}", text, flags=re.IGNORECASE)
    return text


def shown(text: str, *, as_list: bool = False) -> SafeString:
    """A kept text for a page; cleaned once more, so that what came in by another way does no harm either."""
    if not is_rich(text):
        return _lines(text, as_list)
    clean = sanitise(text)
    for tag, classes in CLASSES.items():
        clean = re.sub(rf"<{tag}(?=[\s>])", f'<{tag} class="{classes}"', clean)
    return mark_safe(clean)


def _lines(text: str, as_list: bool) -> SafeString:
    lines = [str(escape(line.strip())) for line in text.splitlines() if line.strip()]
    if as_list and lines:
        items = "".join(f"<li>{line}</li>" for line in lines)
        return mark_safe(f'<ul class="{CLASSES["ul"]}">{items}</ul>')
    return mark_safe("\n".join(f'<p class="{CLASSES["p"]}">{line}</p>' for line in lines))


def plain(text: str) -> str:
    """The words alone, a block a line: for letters, the search index and machines."""
    if not is_rich(text):
        return text
    lines = html.unescape(TAG.sub("", BREAK.sub(r"\1\n", text))).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())
