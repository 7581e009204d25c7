"""Somebody objects, with a name and without; then everybody else looks everywhere, and nobody learns who it was or what was said (domain 1.2.4)."""

import pytest
from django.db import connection
from django.urls import reverse

from publicity.notices import actions as notices
from publicity.notices.models import Notice
from publicity.objections import actions as objections
from publicity.objections.models import Objection
from recruitment.audit.models import Entry
from recruitment.notifications.models import Letter
from recruitment.privacy import registry
from tests.blindness.marks import Marks
from tests.crawler import Reach, crawl
from tests.house.addresses import TABLE

pytestmark = pytest.mark.django_db

OFFICE = (
    *("hr_officer", "qualification_officer", "system_administrator", "security_administrator"),
    *("audit_administrator", "superuser"),
)
OTHERS = ("anonymous", "candidate", "rival", "assessor", "setter", "oversight", "mentor", "specialist", "officer")
NAMED = {
    "name": "Querulina Zwiebelturm",
    "contact": "querulina@mark.example",
    "statement": "Ottersberg paid for the certificate of this person.",
}
FOUND = {"reasons": "Vogelscheuche was heard as a witness.", "reply": "Windmühle: what you reported was examined."}
NEAR = (
    *("objections:", "notices:", "notifications:", "communication:", "oversight:", "documents:", "applications:file", "applications:list", "rights:", "privacy:"),
    *("admin:objections", "admin:notices", "admin:audit", "admin:notifications", "admin:documents", "admin:ledger", "admin:applications"),
)  # fmt: skip
BENT = ("entries__objections__statement__isnull=False", "entries__objections__name=x", "entries__weight=open", "objections=1")


@pytest.fixture
def objected(cleared, department, publicity_officer, second_publicity_officer, robot) -> Objection:
    """One with a name, looked into and answered; one without, still open."""
    drawn = notices.fill(notices.draw_up(department, by=publicity_officer), by=robot)
    notices.review(Notice.objects.get(pk=drawn.pk), by=second_publicity_officer)
    notice = notices.publish(Notice.objects.get(pk=drawn.pk), by=publicity_officer)
    entry = notice.entries.get()
    objection, code = objections.file(entry, mode="named", language="en", **NAMED)
    found = objections.propose(
        objections.examine(objection, by=publicity_officer), finding="undetermined", affects=True, by=publicity_officer, **FOUND
    )
    objections.answer(found, by=second_publicity_officer)
    objections.file(
        entry, mode="anonymous", name="", contact="", statement="Nebelkrähe saw how it came about, on a night in May.", language="en"
    )
    told = Objection.objects.get(pk=objection.pk)
    told.code = code
    return told


@pytest.fixture
def marks(objected) -> Marks:
    told = Marks()
    for field, words in {**NAMED, **FOUND, "statement, anonymous": "Nebelkrähe"}.items():
        told.keep(field, words.partition(" ")[0].strip(":"))
    told.keep("code", objected.code, objected.code.replace("-", ""))
    told.keep("hash of the code", objected.code_hash)
    return told


def starts(objected: Objection, *, office: bool) -> list[str]:
    """Every address without an argument, the notice, the objection's own pages, and lists asked in crooked ways."""
    notice, row = objected.entry.notice, objected.pk
    own = [reverse("notices:detail", args=[notice.reference]), reverse("objections:file", args=[notice.reference])]
    own += [f"/admin/objections/objection/{row}/{page}/" for page in ("change", "history", "delete")]
    if not office:
        return [*(reverse(name) for name in TABLE if name.startswith(NEAR) or name in ("desk", "home")), *own]
    lists = (
        "notices/notice",
        "objections/objection",
        "audit/entry",
        "notifications/letter",
        "documents/issued",
        "applications/application",
    )
    asked = [f"/admin/notices/notice/?{lookup}" for lookup in BENT] + [
        "/admin/autocomplete/?app_label=objections&model_name=objection&term=a"
    ]
    return [
        reverse("desk"),
        "/admin/",
        *(f"/admin/{name}/" for name in lists),
        *(f"/admin/{name}/?q=Zwiebel" for name in lists),
        *own,
        *asked,
    ]


def met_by(browser, marks: Marks, addresses: list[str]) -> dict[str, list[str]]:
    met: dict[str, list[str]] = {}
    for sight in crawl(browser, addresses, Reach(near=NEAR, of_a_kind=2, far=0)):
        for field in marks.on(sight):
            met.setdefault(field, []).append(f"{sight.address} {sight.status}")
    return met


def test_nobody_else_learns_who_objected_or_what(objected, marks, request, client, candidate, caplog):
    met = {}
    for role in (*OFFICE, *OTHERS):
        browser = type(client)(raise_request_exception=False)
        if role != "anonymous":
            browser.force_login(request.getfixturevalue(role))
        found = met_by(browser, marks, starts(objected, office=role in OFFICE))
        met |= {f"{role}: {field}": sorted(addresses)[:3] for field, addresses in found.items()}
    assert met == {}
    kept = (caplog.text, str(registry.exported(candidate)), str(list(Entry.objects.values_list("data", "origin"))))
    assert [words for words in ("Zwiebelturm", "Ottersberg", "Vogelscheuche", "Nebelkrähe", objected.code) if words in str(kept)] == []
    assert not Entry.objects.filter(verb="publicity.objection.read").exists()


def test_supervision_meets_the_marks(objected, marks, client, publicity_officer):
    """The net catches: whoever it is for sees what nobody else saw."""
    client.force_login(publicity_officer)
    met = met_by(client, marks, [reverse("admin:objections_objection_changelist")])
    assert met.keys() >= {"name", "contact", "statement", "reasons", "reply"}


def test_nothing_of_it_lies_anywhere_in_clear(objected):
    """Letters, the register, documents, sessions: neither who objected nor what."""
    holding = []
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(
                f"select count(*) from public.{table} row where row::text ~ 'Zwiebelturm|querulina|Ottersberg|Vogelscheuche|Nebelkr'"
            )
            if cursor.fetchone()[0]:
                holding.append(table)
    assert holding == []
    assert Letter.objects.filter(kind__startswith="objection").count() == 2
