"""Whoever judges or watches the selection opens everything there is, and never learns who somebody is."""

import re
from itertools import chain

import pytest
from django.urls import reverse
from django.utils import translation

from recruitment.notifications.models import Letter
from screening.oversight.models import Mandate
from tests.blindness.conftest import CODES, World
from tests.blindness.marks import Marks
from tests.crawler import Reach, Sight, crawl, plain
from tests.house.addresses import TABLE

pytestmark = pytest.mark.django_db(databases=["default", "compartment"])

NEVER = ("account_logout", "set_language")
CODE = re.compile("|".join(code.casefold() for code in CODES))


def starts(world: World, language: str) -> list[str]:
    """The desk, every address without an argument, the candidates' own pages, and addresses that nobody made."""
    with translation.override(language):
        own = [
            *(reverse(f"applications:{page}", args=[file.uuid]) for file in (world.files[0], world.files[3]) for page in ("file", "copy", "receipt")),
            *(reverse(f"competence:{page}", args=[world.written[0].sitting.uuid]) for page in ("paper", "receipt")),
            *(reverse(f"crosscultural:{page}", args=[world.interviewed[0].interview.uuid]) for page in ("interview", "calendar")),
            *(reverse(f"competence:{page}", args=[code]) for page in ("script", "lock", "moderate") for code in ("NOSUCH99", CODES[3])),
            *(reverse("crosscultural:sheet", args=[code]) for code in ("NOSUCH99", CODES[0])),
            "/admin/applications/application/", f"/nothing-here/?q={world.files[0].uuid.hex[:4]}",
        ]  # fmt: skip
        return [reverse("desk"), *(reverse(name) for name in TABLE if name not in NEVER), *own]


def sights(client, world: World, name: str) -> list[Sight]:
    """All that one reader can reach, letters included."""
    reader, browser = world.readers[name], type(client)(raise_request_exception=False)
    browser.force_login(reader)
    reach = Reach(of_a_kind=4, of_a_query=3, sends=True, shut=("account_logout", "privacy:export_nothing"))
    seen = list(crawl(browser, starts(world, reader.language), reach))
    letters = Letter.objects.filter(recipient=reader)
    return [*seen, *(Sight(f"letter {row.kind}", "letter", 200, plain(f"{row.subject} {row.body} {row.about_reference}")) for row in letters)]


def leaks(marks: Marks, seen: list[Sight]) -> dict[str, list[str]]:
    """Each field of which something was told, with where."""
    found: dict[str, list[str]] = {}
    for sight in seen:
        for field in marks.on(sight):
            found.setdefault(field, []).append(f"{sight.address} {sight.status}")
    return {field: sorted(addresses)[:3] for field, addresses in sorted(found.items())}


@pytest.mark.parametrize("name", ["chief", "marker", "rater", "asked", "setter", "observer", "auditor"])
def test_nobody_who_judges_or_watches_meets_a_mark(client, world, name):
    seen = sights(client, world, name)
    print(name, len(seen), sorted({s.kind for s in seen}), {s.status for s in seen})
    assert leaks(world.marks, seen) == {}
    assert [sight.address for sight in seen if sight.status >= 500 and sight.kind != "readyz"] == []
