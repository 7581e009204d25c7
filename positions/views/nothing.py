"""When no post fits: which filter stands in the way, and which words there are that look like the reader's."""

import difflib
from collections.abc import Mapping

from django.urls import reverse

from positions.forms import FilterForm, address_of
from positions.forms.filters import GROUPS
from positions.models import Position
from positions.states import Status
from positions.views.filters import Tally, without
from recruitment.core.search import IS_EAST_ASIAN, pieces

MOST_POSTS = 300
MOST_PIECES = 3
MOST_WORDS = 5
ALIKE = 0.72
LETTERS_APART = 3


def ways_on(search: Mapping[str, list[str]], form: FilterForm, tally: Tally) -> dict:
    """Each filter with the number of posts that there would be without it; near words; and the way to all that are open."""
    text = form.cleaned_data.get("q", "")
    drops = [
        {"label": form.fields[name].label, "number": tally.without[name], "href": without(search, name)}
        for name in (*GROUPS, "status")
        if name in search and tally.without[name]
    ]
    if text and (number := _without_words(form)):
        drops.insert(0, {"label": f"“{text}”", "number": number, "href": without(search, "q")})
    return {
        "drops": drops,
        "words": [{"label": word, "href": address_of({"q": [word]})} for word in _near(text)] if text else [],
        "open_total": Position.objects.current().count(),
        "all_open": reverse("positions:list"),
        "is_open_list": form.status_chosen == Status.OPEN,
    }


def _without_words(form: FilterForm) -> int:
    return Position.objects.of_status(form.status_chosen).narrowed(form.choices()).count()


def _near(text: str) -> list[str]:
    """Words of the titles of open posts that look like the reader's; of Chinese, Japanese and Korean those parts that do occur."""
    titles = " ".join(" ".join(filter(None, row)) for row in Position.objects.current().titles()[:MOST_POSTS])
    known, found = pieces(titles), []
    for piece in pieces(text)[:MOST_PIECES]:
        found += _parts_of(piece, known) if IS_EAST_ASIAN.match(piece) else _alike(piece, known)
    return [word for word in dict.fromkeys(found) if word != text][:MOST_WORDS]


def _alike(word: str, known: list[str]) -> list[str]:
    near = {other for other in known if len(other) > LETTERS_APART and abs(len(other) - len(word)) <= LETTERS_APART}
    return difflib.get_close_matches(word, sorted(near), n=3, cutoff=ALIKE)


def _parts_of(run: str, known: list[str]) -> list[str]:
    """The longest parts, of two characters or more, that stand in a title; each begins after the last one's end."""
    parts, start = [], 0
    while start < len(run) - 1:
        ends = [end for end in range(len(run), start + 1, -1) if any(run[start:end] in other for other in known)]
        if ends:
            parts.append(run[start : ends[0]])
        start = ends[0] if ends else start + 1
    return parts
