"""The list of files: what narrows it, each a closed list of choices, and its lines, of which never more than a thousand are counted."""

import html
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache

from django.core.exceptions import SuspiciousOperation
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from recruitment.accounts.roles import EVERYWHERE
from recruitment.calendar.queries import working_days
from recruitment.core.stencils import MARK, OfficePage, Stencil, pager, piece
from recruitment.core.templatetags.portal import day, state_badge
from screening.applications.models import Application
from screening.applications.states import GROUPS, UNSEEN_BY_OFFICE, State
from screening.desk.admin.verbs import VERBS
from screening.desk.conditions import is_overdue
from screening.desk.queries import (
    LINES_A_PAGE,
    MOST_COUNTED,
    OFFICERS,
    TITLES,
    array,
    assigned,
    called,
    first_page,
    held_by,
    holdings,
    on_desk,
    page_of,
)

SEEN = tuple(state for state in State if state not in UNSEEN_BY_OFFICE)
FILTERS = ("group", "state", "department", "position", "officer")
# What else an address may say: search, order, page, and what old links of the admin carry.
OTHERS = {"q", "o", "p", "e", "all", "_changelist_filters"}
ORDERS = {"1": "reference", "-1": "-reference"}
LONGEST_TERM = 100
LONGEST_NUMBER = 18


class Narrowing:
    """What the reader asks for: the posts and states that are left, an officer, a word, an order and a page.

    An address is no way to ask about a field: whatever is not offered is refused, and a choice that is not offered finds nothing.
    """

    def __init__(self, request):
        self.user, self.asked = request.user, {name: value for name, value in request.GET.items() if value}
        if unknown := set(request.GET) - {*FILTERS, *OTHERS}:
            raise SuspiciousOperation(f"The list of files is not narrowed by {', '.join(sorted(unknown))}")
        self.term = self.asked.get("q", "").strip()[:LONGEST_TERM]
        self.order = ORDERS.get(self.asked.get("o", ""), "-pk")
        number = self.asked.get("p", "1")
        self.page = min(max(int(number), 1), 1 + MOST_COUNTED // LINES_A_PAGE) if number.isdecimal() and len(number) < LONGEST_NUMBER else 1
        self.found = holdings()
        self.held = held_by(self.user, self.found)
        self.officers = self._officers()

    @property
    def is_narrowed(self) -> bool:
        return bool(self.term or self.asked.keys() & {*FILTERS, "o"})

    @cached_property
    def public(self) -> str:
        return array(key for holding in self.held for key in holding.public)

    def _officers(self) -> dict[str, str]:
        """Who can be given a file of the reader's departments."""
        codes = own_codes(self.user)
        return {str(each.key): each.name for each in assigned() if codes is None or each.code in (EVERYWHERE, *codes)}

    def _posts(self) -> str:
        department, position = self.asked.get("department"), self.asked.get("position")
        left = [holding for holding in self.held if department in (None, holding.code)]
        if position:
            return array(key for holding in left for key in holding.public if str(key) == position)
        return array(key for holding in left for key in holding.posts)

    def _states(self) -> str:
        group, state = self.asked.get("group"), self.asked.get("state")
        told = GROUPS[group][1] if group in GROUPS else () if group else SEEN
        return array(each.value for each in SEEN if each in told and state in (None, each.value))

    def _rows(self):
        rows, officer = on_desk(self._posts(), self._states(), self.user), self.asked.get("officer")
        if officer == "none":
            rows = rows.filter(officer=None)
        elif officer:
            rows = rows.filter(officer=int(officer)) if officer in self.officers else rows.none()
        if self.term.upper().startswith("SH-"):
            return rows.filter(reference__startswith=self.term.upper())
        return rows.filter(pk__in=called(self.term)) if self.term else rows

    def lines(self) -> tuple[list, int]:
        """The lines of this page, and how many there are: a thousand and one stand for more than a thousand."""
        if self.page == 1 and self.order == "-pk" and not (self.term or "officer" in self.asked):
            return first_page(self._posts(), self._states(), self.user)
        rows = self._rows()
        lines, number = page_of(rows, self.order, (self.page - 1) * LINES_A_PAGE)
        if not lines and self.page > 1:
            _first, number = page_of(rows, self.order, 0)
            self.page = max(1, pages_of(number))
            lines, _number = page_of(rows, self.order, (self.page - 1) * LINES_A_PAGE)
        return lines, number


def pages_of(number: int) -> int:
    return -(-min(number, MOST_COUNTED) // LINES_A_PAGE)


def _fixed() -> dict:
    opts = Application._meta
    verbs = [(verb.name, verb.label) for verb in VERBS if verb.bulk]
    return {"title": opts.verbose_name_plural.capitalize(), "opts": opts, "verbs": verbs}


def _address() -> dict:
    return {"files": reverse("admin:applications_application_changelist")}


OPTIONS = tuple(f"options.{name}" for name in FILTERS)
PAGE = OfficePage("admin/applications/list.html", "term", *OPTIONS, "all", "cut", "number", "head", "lines", "pager", "count", fixed=_fixed)
LINE = Stencil(
    "admin/applications/_line.html",
    *("key", "reference", "person", "title", "post", "badge", "officer", "since", "promise"),
    fixed=_address,
)
PROMISE = {
    is_late: Stencil("admin/applications/_promise.html", "day", fixed=lambda is_late=is_late: {"is_late": is_late})
    for is_late in (False, True)
}


def list_page(request):
    """The list as the reader narrowed it."""
    narrowing = Narrowing(request)
    lines, number = narrowing.lines()
    shown, opts = min(number, MOST_COUNTED), Application._meta
    noun = opts.verbose_name if shown == 1 else opts.verbose_name_plural
    return PAGE.shown(
        request,
        narrowing.term,
        *options_of(narrowing),
        piece("admin/applications/_all.html") if narrowing.is_narrowed else "",
        piece("admin/applications/_cut.html") if number > MOST_COUNTED else "",
        len(lines),
        _head(request, narrowing),
        LINE.each(_lines(narrowing, lines)),
        pager(narrowing.page, pages_of(number), f"?{_query(request, 'p')}p="),
        f"{shown} {noun}",
    )


def _lines(narrowing: Narrowing, lines: list) -> Iterator[tuple]:
    """What each line says; the states are few, and each badge is made once."""
    days = {key: holding.service_days for holding in narrowing.held for key in holding.posts}
    badge, calendar = cache(lambda state: state_badge(state, of="applications.application")), working_days()
    for line in lines:
        promised = line.promised_on(days[line.position], calendar)
        told = PROMISE[is_overdue(promised)].filled(day(promised)) if promised else "–"
        facts = (line.pk, line.reference, line.person, line.title, line.post, badge(line.state))
        yield *facts, line.officer or "–", day(line.moved_on), told


def _head(request, narrowing: Narrowing) -> SafeString:
    """The column by which the list can be sorted."""
    order = {"reference": "ascending", "-reference": "descending"}.get(narrowing.order, "")
    rest = html.escape(_query(request, "o", "p"))
    return SafeString(piece("admin/applications/_sorted.html", order=order, rest=MARK).replace(MARK, rest))


def _query(request, *without: str) -> str:
    """The address's query but for these, ready for one more."""
    query = request.GET.copy()
    for name in without:
        query.pop(name, None)
    return f"{query.urlencode()}&" if query else ""


def options_of(narrowing: Narrowing) -> list[SafeString]:
    """The choices of each filter, the chosen one marked."""
    language = get_language()
    departments = tuple(dict.fromkeys((holding.code, holding.department) for holding in narrowing.held))
    officers = (("none", gettext("Not assigned")), *narrowing.officers.items())
    told = (
        _options(language, tuple((key, str(label)) for key, (label, _states) in GROUPS.items())),
        _options(language, tuple((state.value, str(state.label)) for state in SEEN)),
        _options(language, departments),
        _posts(language, narrowing.public, tuple(holding.words for holding in narrowing.held)),
        _options(language, officers),
    )
    return [_marked(text, narrowing.asked.get(name)) for name, text in zip(FILTERS, told, strict=True)]


@lru_cache(500)
def _options(language: str, choices: tuple) -> SafeString:
    return format_html_join("", '<option value="{}">{}</option>', choices)


@lru_cache(64)
def _posts(language: str, posts: str, words: tuple[str, ...]) -> SafeString:
    """Hundreds of titles: read again only when one of the posts, or a word of theirs, is another."""
    return _options(language, tuple((key, f"{reference} {title}") for key, reference, title in TITLES.rows(posts)))


def _marked(text: SafeString, chosen: str | None) -> SafeString:
    if not chosen:
        return text
    value = f'value="{html.escape(chosen)}"'
    return SafeString(text.replace(value, f"{value} selected", 1))


def own_codes(user) -> list[str] | None:
    """The departments of the reader's officer roles; None stands for all."""
    scopes = [user.department_codes(role) for role in OFFICERS if user.has_role(role)]
    return None if None in scopes else sorted({code for codes in scopes for code in codes or ()})
