"""Blind marking, tried from outside: a crawler visits all that an assessor can reach and looks for anything that tells who it is."""

import re

import pytest
from django.urls import reverse

from recruitment.audit.models import Entry
from screening.applications.models import Application
from screening.assessors.states import PanelKind
from screening.competence import actions
from screening.competence.models import Marking
from screening.crosscultural import actions as interviews
from screening.crosscultural.models import Booking, Interview, Slot
from tests import assessments

LINK = re.compile(r'(?:href|action)="(/[^"#?]*)')
LEAVES = ("/static/", "/account/", "/language/")


NAMES_EVERY_COUNTRY = "/en/credentials/"


def marks_of(application: Application) -> set[str]:
    """Everything that would tell who somebody is."""
    person, identity, declaration = application.candidate, application.identity, application.declaration
    told = {person.email, person.display_name, application.reference, str(application.uuid), declaration.motivation}
    told |= {identity.full_name_latin, identity.family_name, identity.given_names, identity.chinese_name, identity.passport_number}
    told |= {row.institution for row in application.education.all()} | {row.employer for row in application.employment.all()}
    return {mark for mark in told if mark}


def crawl(client, start: str) -> dict[str, str]:
    """Every page of the site that can be reached by links and forms' addresses, with its headers."""
    seen: dict[str, str] = {}
    waiting = [start]
    while waiting:
        address = waiting.pop()
        if address in seen or address.startswith(LEAVES) or not address.startswith("/en/"):
            continue
        response = client.get(address)
        body = b"".join(response.streaming_content).decode() if response.streaming else response.content.decode()
        seen[address] = f"{address}\n{response.headers}\n{body}"
        waiting += LINK.findall(body)
    return seen


@pytest.fixture
def unmistakable(qualified) -> Application:
    """Marks that stand nowhere else."""
    qualified.identity.nationality = "IS"
    qualified.identity.full_name_latin = "Quetzalcoatlina Xylophon"
    qualified.identity.family_name, qualified.identity.given_names = "Xylophon", "Quetzalcoatlina"
    qualified.identity.save()
    qualified.candidate.display_name = "Quetzalcoatlina of Reykjavik"
    qualified.candidate.save()
    qualified.declaration.motivation = "Zauberwort der Bewerbung"
    qualified.declaration.save()
    return qualified


def test_no_page_of_a_marker_tells_who_wrote(client, unmistakable, handed_in, markings):
    marker = markings[0].marker
    client.force_login(marker)
    code = handed_in.code
    pages = crawl(client, reverse("competence:marking"))
    assert {reverse(f"competence:{name}", args=[code]) for name in ("script", "step_back")} <= pages.keys()
    pages |= {"lock": client.get(reverse("competence:lock", args=[code])).content.decode()}
    assessments.locked(markings[0], 80)
    pages |= {f"{address} locked": body for address, body in crawl(client, reverse("competence:marking")).items()}
    pages |= {"letter": letter.subject + letter.body for letter in marker.letters.all()}
    for address, body in pages.items():
        found = [mark for mark in marks_of(unmistakable) if mark in body]
        assert not found, f"{address} tells {found}"
        assert "Iceland" not in body or address.startswith(NAMES_EVERY_COUNTRY), address


def test_no_page_of_a_panels_member_tells_who_is_interviewed(
    client, unmistakable, position, hr_officer, assessor, second_assessor, third_assessor
):
    Application._base_manager.filter(pk=unmistakable.pk).update(state="tested", competence_gate="passed", competence_score=80)
    panel = assessments.panel(position, PanelKind.INTERVIEW, members=[assessor, second_assessor, third_assessor], by=hr_officer)
    interviews.seal(assessments.draft_booklet(position), by=hr_officer)
    slot, *_rest = assessments.slots(panel, by=hr_officer)
    (interview,) = interviews.invite(panel, by=hr_officer)
    interviews.book(interview, slot=slot, by=unmistakable.candidate)
    Slot.objects.filter(pk=slot.pk).update(starts_at=slot.starts_at - 60 * assessments.HOUR, ends_at=slot.ends_at - 60 * assessments.HOUR)
    client.force_login(assessor)
    pages = crawl(client, reverse("crosscultural:panels"))
    assert reverse("crosscultural:sheet", args=[interview.code]) in pages
    assessments.rated(Interview.objects.get(pk=interview.pk), 4, by=assessor)
    pages |= {f"{address} locked": body for address, body in crawl(client, reverse("crosscultural:panels")).items()}
    pages |= {"letter": letter.subject + letter.body for letter in assessor.letters.all()}
    for address, body in pages.items():
        found = [mark for mark in marks_of(unmistakable) if mark in body]
        assert not found, f"{address} tells {found}"
        assert "Iceland" not in body or address.startswith(NAMES_EVERY_COUNTRY), address
    assert Booking.objects.count() == 1


def test_the_order_of_a_desk_is_drawn_for_each_marker(position, hr_officer, paper, assessor, second_assessor):
    assessments.panel(position, PanelKind.MARKING, members=[assessor, second_assessor], by=hr_officer)
    files = [assessments.file(position, number) for number in range(6)]
    actions.invite(paper, by=hr_officer)
    for file in files:
        assessments.handed_in(paper, file)
    actions.assign(paper, by=hr_officer)
    orders = [list(Marking.objects.visible_to(marker).values_list("sitting__code", flat=True)) for marker in (assessor, second_assessor)]
    assert sorted(orders[0]) == sorted(orders[1])
    assert len({tuple(order) for order in orders} | {tuple(sorted(orders[0]))}) > 1


def test_the_register_names_the_script_and_not_the_file(client, handed_in, markings):
    client.force_login(markings[0].marker)
    client.get(reverse("competence:script", args=[handed_in.code]))
    entry = Entry.objects.filter(verb="screening.sitting.read").get()
    assert entry.subject_reference == "" and handed_in.application.reference not in str(entry.data)
