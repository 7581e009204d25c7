"""Whoever judges or watches the selection opens everything there is, and never learns who somebody is."""

import io
import re
from urllib.parse import quote

import pikepdf
import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation

from recruitment.accounts.models import User
from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from screening.competence.views import marker
from screening.crosscultural import feeds
from screening.crosscultural.models import Slot
from tests.blindness.conftest import CODES, World
from tests.blindness.marks import NOT_OWN_WORDS, PEOPLE, mark, own_rows, text_fields
from tests.crawler import Reach, Sight, crawl, plain, undone
from tests.house.addresses import EVERYBODY, TABLE

pytestmark = pytest.mark.django_db(databases=["default", "compartment"])

# Where somebody who judges or watches can do something; the rest is the same for every visitor and is opened once.
NEAR = ("competence:", "crosscultural:", "assessors:", "oversight:", "notifications:inbox", "notifications:letter")
ELSEWHERE = ("account", "mfa", "set_language", "demo")
CODE = re.compile("|".join(CODES), re.IGNORECASE)
# The ledger names a script by the key that stands on its writer's receipt, and by nothing else.
MAY_SEE = {"observer": {"Sitting.uuid"}, "auditor": {"Sitting.uuid"}}


def starts(world: World, reader: User, *, public: bool) -> list[str]:
    """The desk, addresses without an argument, the candidates' own pages, and addresses that nobody made."""
    names = [name for name, answers in TABLE.items() if not name.startswith(ELSEWHERE) and (public or answers != EVERYBODY)]
    first, fourth = world.files[0], world.files[3]
    with translation.override(reader.language):
        return [
            *(reverse(name) for name in ("desk", *names)),
            *(reverse(f"applications:{page}", args=[file.uuid]) for file in (first, fourth) for page in ("file", "copy", "receipt")),
            *(reverse(f"competence:{page}", args=[first.sitting.uuid]) for page in ("paper", "receipt")),
            *(reverse(f"crosscultural:{page}", args=[fourth.interview.uuid]) for page in ("interview", "calendar")),
            *(reverse(f"competence:{page}", args=[code]) for page in ("script", "lock", "moderate") for code in ("NOSUCH99", CODES[3])),
            *(reverse("crosscultural:sheet", args=[code]) for code in ("NOSUCH99", CODES[0])),
            "/admin/applications/application/",
            "/nothing-here/?q=nobody",
        ]


def browser_of(client, reader: User):
    browser = type(client)(raise_request_exception=False)
    browser.force_login(reader)
    return browser


def sights(client, world: World, name: str) -> list[Sight]:
    """All that one reader can reach, their letters included."""
    reader = world.readers[name]
    seen = list(crawl(browser_of(client, reader), starts(world, reader, public=name == "chief"), Reach(near=NEAR)))
    return [*seen, *letters_to(reader)]


def letters_to(reader: User) -> list[Sight]:
    rows = Letter.objects.filter(recipient=reader)
    return [Sight(f"letter {row.kind}", "letter", 200, plain(f"{row.subject} {row.body} {row.about_reference}")) for row in rows]


def faults(world: World, seen: list[Sight]) -> dict[str, list[str]]:
    """Each field of which something was told, each order that tells something, each page that broke; with where."""
    found: dict[str, list[str]] = {}
    for sight in seen:
        told = [field.partition(".")[2] for field in world.marks.on(sight)] + tells_by_order(world, sight)
        for field in told + (["broken"] if sight.status >= 500 and sight.kind != ":readyz" else []):
            found.setdefault(field, []).append(f"{sight.address} {sight.status}")
    return {field: sorted(set(addresses))[:3] for field, addresses in sorted(found.items())}


def tells_by_order(world: World, sight: Sight) -> list[str]:
    """Rows that stand as the files came in, or by name, country or birthday, forwards or backwards."""
    met = list(dict.fromkeys(code.upper() for code in CODE.findall(sight.said)))
    for files in (world.written, world.interviewed):
        codes = [file.candidate_code for file in files]
        people = [(file.pk, file.identity.family_name, file.identity.birth_date, code) for file, code in zip(files, codes, strict=True)]
        telling = [[row[-1] for row in sorted(people, key=lambda row: row[place])] for place in range(3)]
        shown = [code for code in met if code in codes]
        if len(shown) == len(codes) and shown in telling + [order[::-1] for order in telling]:
            return ["order"]
    return []


def test_nobody_who_judges_or_watches_meets_a_mark(client, world):
    met, pages = {}, 0
    for name in world.readers:
        seen = sights(client, world, name)
        told = {field: where for field, where in faults(world, seen).items() if field not in MAY_SEE.get(name, ())}
        met |= {f"{name}: {field}": where for field, where in told.items()}
        pages += len(seen)
    assert met == {}
    assert pages > 500


def test_every_word_that_a_candidate_wrote_has_its_mark(qualified):
    """The net has no hole: a column that is added later is marked as well."""
    marks = set(mark(qualified, 0).values())
    for row in own_rows(qualified):
        for field in text_fields(type(row)):
            assert f"0.{type(row).__name__}.{field.name}" in marks, f"{row._meta.label}.{field.name}"
    assert len(marks) > 40 and NOT_OWN_WORDS


PERSON = PEOPLE[0]
ORDERED = {"chief": lambda self: marker.Sitting.objects.moderated_by(self.request.user).order_by("application__identity__family_name")}


def in_a_header(view, name: str):
    def get(self, request):
        return HttpResponse("", headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}.ics"})

    return get


def in_the_properties(self, request):
    paper = io.BytesIO()
    with pikepdf.new() as document:
        document.docinfo["/Author"] = PERSON.latin
        document.add_blank_page()
        document.save(paper)
    return HttpResponse(paper.getvalue(), content_type="application/pdf")


def refuse(*_args, **_told):
    raise Refused(f"{PERSON.native} wrote this.", subject=None)


def break_down(*_args, **_told):
    raise RuntimeError(PERSON.latin)


PLANTS = {
    "name on a page": ("rater", "Identity.full_name_latin", lambda patch: Slot.objects.update(place=f"With {PERSON.latin.upper()}")),
    "birthday on a page": ("rater", "Identity.birth_date", lambda patch: Slot.objects.update(place="23.\u00a0November 1971")),
    "country in a calendar": ("rater", "Identity.nationality", lambda patch: Slot.objects.update(place="ナウル")),
    "file name": ("rater", "Identity.chinese_name", lambda patch: patch.setattr(feeds.OwnCalendar, "get", in_a_header(feeds, PERSON.chinese))),
    "properties of a paper": ("rater", "Identity.full_name_latin", lambda patch: patch.setattr(feeds.OwnCalendar, "get", in_the_properties)),
    "address of a room": ("rater", "Identity.telephone", lambda patch: Slot.objects.update(online_link="https://m.example/%2B493099100417", place="")),
    "refusal": ("chief", "Identity.full_name_native", lambda patch: patch.setattr(marker.actions, "moderate", refuse)),
    "order": ("chief", "order", lambda patch: patch.setattr(marker.Chief, "get_queryset", ORDERED["chief"])),
    "letter": ("chief", "User.display_name", lambda patch: Letter.objects.update(subject=PERSON.shown)),
}  # fmt: skip
WAYS = {"rater": ("crosscultural:panels", "crosscultural:own_calendar"), "chief": ("competence:chief",)}


def near_sights(client, world: World, name: str) -> list[Sight]:
    reader = world.readers[name]
    with translation.override(reader.language):
        ways = [reverse(way) for way in WAYS[name]]
    reach = Reach(near=("crosscultural:", "competence:chief", "competence:moderate"), far=0)
    return [*crawl(browser_of(client, reader), ways, reach), *letters_to(reader)]


def test_what_is_planted_is_found_and_a_page_that_breaks_tells_nothing(client, world):
    """The net catches: on pages, in files' names and properties, in refusals, orders and letters."""
    assert [faults(world, near_sights(client, world, name)) for name in WAYS] == [{}, {}]
    for plant, (name, field, leak) in PLANTS.items():
        with undone(), pytest.MonkeyPatch.context() as patch:
            leak(patch)
            assert field in faults(world, near_sights(client, world, name)), plant
    with undone(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(marker, "record", break_down)
        assert faults(world, near_sights(client, world, "chief")).keys() == {"broken"}
