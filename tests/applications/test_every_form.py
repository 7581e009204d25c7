"""Every form of an application meets hostile input: its fields are read off its own page, so that none can be forgotten."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from screening.applications import actions
from screening.applications.models import Application, Referee
from screening.applications.signing import token_of
from screening.applications.states import Section, State
from screening.applications.urls import urlpatterns
from tests import factories
from tests.applications.answers import ENTRIES

pytestmark = pytest.mark.django_db

HOSTILE = {
    "nul": "a\x00b",
    "a megabyte": "長" * 350_000,
    "turned": "\u202egro.live\u202c \u2066<script>alert(1)</script>",
    "numbers": "-9" * 200,
    "several": ["on", "yes", "2", "DE", "\u200b"],
    "a file": "",
    "somebody else's": "00000000-0000-4000-8000-000000000000",
}
NOT_FORMS = {
    "list",
    "file",
    "flight",
    "receipt",
    "receipt_paper",
    "answers_paper",
    "download",
    "preview",
    "receipts",
    "ledger_receipt",
    "fixed_answers",
}
FIELD = re.compile(r'<(?:input|select|textarea)[^>]*\bname="([^"]+)"')


@pytest.fixture
def addresses(draft, candidate, a_pdf, department, hr_officer, second_hr_officer) -> dict[str, list[str]]:
    """Name of the address → every page of it that shows a form now."""
    post = [factories.published_position(department, author=hr_officer, reviewer=second_hr_officer) for _number in range(2)]
    paper = actions.attach(draft, "passport", a_pdf(), by=candidate)
    asked = Referee.objects.create(application=draft, name="A", email="a@example.com", language="de")
    actions.ask(asked, by=candidate)
    named = Referee.objects.create(application=draft, name="B", email="b@example.com", language="en")
    school = draft.education.create(title="MA", institution="U")
    sent = factories.brought_to(factories.complete(factories.application(post[0], candidate)), State.SUBMITTED)
    opened = actions.reopen(
        factories.brought_to(factories.complete(factories.application(post[1], candidate)), State.SUBMITTED), by=candidate
    )
    mine = [draft.uuid]
    return {
        "start": [reverse("applications:start", args=[draft.position.reference])],
        "late": [reverse("applications:late", args=[draft.position.reference])],
        "section": [reverse("applications:section", args=[*mine, section]) for section in Section],
        "entry_add": [reverse("applications:entry_add", args=[*mine, kind]) for kind in [*ENTRIES, "certificates"]],
        "entry": [reverse("applications:entry", args=[*mine, "education", school.pk])],
        "entry_remove": [reverse("applications:entry_remove", args=[*mine, "education", school.pk])],
        "paper": [reverse("applications:paper", args=[*mine, "passport"])],
        **{f"paper_{verb}": [reverse(f"applications:paper_{verb}", args=[*mine, paper.pk])] for verb in ("about", "replace", "remove")},
        "referee_withdraw": [reverse("applications:referee_withdraw", args=[*mine, asked.pk])],
        "referee_ask": [reverse("applications:referee_ask", args=[*mine, named.pk])],
        "reference": [reverse("applications:reference", args=[token_of(Referee.objects.get(pk=asked.pk))])],
        **{verb: [reverse(f"applications:{verb}", args=mine)] for verb in ("copy", "check", "discard")},
        **{verb: [reverse(f"applications:{verb}", args=[sent.uuid])] for verb in ("withdraw", "reopen")},
        "restore": [reverse("applications:restore", args=[opened.uuid])],
    }


def test_no_form_is_forgotten(addresses):
    assert {pattern.name for pattern in urlpatterns} == set(addresses) | NOT_FORMS


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_a_page_or_a_redirect_and_never_a_failure(signed_in, addresses, name):
    """One-click verbs do what they say whatever is sent along; they come last, so that the forms before them are still there."""
    for address in sorted(
        (one for several in addresses.values() for one in several), key=lambda one: one.endswith(("discard/", "remove/"))
    ):
        page = signed_in.get(address).content.decode()
        fields = set(FIELD.findall(page[page.find("<main") : page.find("</main>")])) - {"csrfmiddlewaretoken"} | {"then", "seen", "base"}
        told = dict.fromkeys(sorted(fields), HOSTILE[name])
        if name == "a megabyte":
            told = dict.fromkeys(sorted(fields)[:1], HOSTILE[name])
        if name == "a file":
            told = {field: SimpleUploadedFile("x.txt", b"<script>alert(1)</script>") for field in fields}
        response = signed_in.post(address, told)
        assert response.status_code in (200, 302, 400, 404, 409, 413, 422), (address, response.status_code)
        assert "<script>alert" not in response.content.decode(), address
    assert not Application.objects.filter(reference=None).exclude(state=State.DRAFT).exists()


def test_what_belongs_to_others_is_not_there(client, rival, addresses, candidate):
    client.force_login(rival)
    before = Application.objects.of_candidate(candidate).count()
    for name, several in addresses.items():
        for address in several if name not in ("start", "late", "reference") else ():
            assert client.get(address).status_code in (404, 405), address
            assert client.post(address, {"then": "complete", "is_true": "on"}).status_code == 404, address
    assert Application.objects.of_candidate(candidate).count() == before
