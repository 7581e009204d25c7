"""Stencils: a template rendered once for a language, with gaps where one line or one reader differs from the next.

A desk shows fifty lines that differ in ten words; to walk the nodes of their template for each costs more than to fetch them.
What is kept is rendered with marks instead of words, so nobody's word is ever in it.
"""

import html
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.messages import get_messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

# Characters of the private use area: no translation has them. The frame and the blanks of forms have others.
FIRST_MARK = 0xF000
MARK = chr(FIRST_MARK)
MARKED = re.compile("[\uf000-\uf0ff]")
# As many as there are pieces of few forms times languages times forms.
MOST = 4000


class Stencil:
    """A template and the names of its gaps, dotted where the template asks something for a part (`user.get_short_name`)."""

    def __init__(self, template: str, *gaps: str, fixed: Callable[[], dict] = dict):
        self.template, self.gaps, self.fixed = template, gaps, fixed
        self._kept: dict[str, tuple[str, list[int]]] = {}

    def filled(self, *values) -> SafeString:
        """With these values, in the order of the gaps; what is not markup yet is escaped."""
        return self.each((values,))

    def each(self, lines: Iterable[tuple]) -> SafeString:
        """One after the other, a tuple of values for each."""
        language = get_language() or settings.PORTAL_LANGUAGE
        pattern, order = self._kept.get(language) or self._cut(language)
        filled = []
        for values in lines:
            told = [value if type(value) is SafeString else html.escape(str(value)) for value in values]
            filled.append(pattern % tuple([told[place] for place in order]))
        return SafeString("".join(filled))

    def _cut(self, language: str) -> tuple[str, list[int]]:
        context: dict[str, Any] = dict(self.fixed())
        for place, gap in enumerate(self.gaps):
            *path, name = gap.split(".")
            room = context
            for step in path:
                room = room.setdefault(step, {})
            room[name] = SafeString(chr(FIRST_MARK + place))
        text = render_to_string(self.template, context)
        order = [ord(mark) - FIRST_MARK for mark in MARKED.findall(text)]
        self._kept[language] = (MARKED.sub("%s", text.replace("%", "%%")), order)
        return self._kept[language]


class OfficePage(Stencil):
    """A page of the office: everything but its own gaps, the reader's name, the address and what is told is the same for all."""

    FRAME = ("user.get_short_name", "request.get_full_path", "csrf_token", "told")

    def __init__(self, template: str, *gaps: str, fixed: Callable[[], dict] = dict):
        super().__init__(template, *self.FRAME, *gaps, fixed=lambda: {**_office(), **fixed()})

    def shown(self, request, *values) -> HttpResponse:
        """The page for this reader."""
        told = list(get_messages(request))
        shown = SafeString(render_to_string("admin/desk/_told.html", {"messages": told})) if told else ""
        return HttpResponse(self.filled(request.user.get_short_name(), request.get_full_path(), get_token(request), shown, *values))


def _office() -> dict:
    site = admin.site
    return {"site_title": site.site_title, "site_header": site.site_header, "has_permission": True}


def piece(template: str, **values) -> SafeString:
    """A piece of a page of which there are few forms, rendered once for a language and these values."""
    return _piece(get_language() or settings.PORTAL_LANGUAGE, template, tuple(values.items()))


@lru_cache(MOST)
def _piece(language: str, template: str, values: tuple) -> SafeString:
    return SafeString(render_to_string(template, dict(values)))


def pager(number: int, last: int, prefix: str) -> SafeString:
    """The pages of a list, of which this is one; the prefix is the address up to the number."""
    if last < 2:
        return SafeString("")
    return SafeString(_pager(get_language() or settings.PORTAL_LANGUAGE, number, last).replace(MARK, html.escape(prefix)))


@lru_cache(MOST)
def _pager(language: str, number: int, last: int) -> str:
    page = Paginator(range(last), 1).page(number)
    numbers = list(page.paginator.get_elided_page_range(number, on_each_side=1, on_ends=1))
    context = {"page": page, "prefix": MARK, "numbers": numbers, "ellipsis": page.paginator.ELLIPSIS}
    return render_to_string("includes/_pager.html", context)
