"""Before the decision nothing outside tells how a review stands: not a word, not a number, not a byte."""

import re

import pytest
from django.urls import reverse

from recruitment.notifications.models import Letter
from screening.security import actions
from screening.security.models import Review
from tests.security.declared import PASSED, concern, declared, judged, negative

pytestmark = pytest.mark.django_db(databases=["default", "compartment"])

TOKENS = re.compile(r'(csrfmiddlewaretoken" value|nonce|data-at)="[^"]+"')
# Who opened the file, how often and when: the reader's own footprints.
READINGS = re.compile(r'<ol class="portal-timeline.*?</ol>|<span class="portal-muted">(once|\d+ times), .*?</span>', re.DOTALL)


def bare(answer) -> tuple:
    """Status, headers that could differ, and the page without its tokens and without who read it when."""
    told = READINGS.sub("", TOKENS.sub("", answer.content.decode()))
    return answer.status_code, answer.headers.get("ETag"), answer.headers.get("Last-Modified"), len(told), told


@pytest.fixture
def looks(client, nominated, candidate, hr_officer, superuser, oversight):
    """Every reader with what they can see of the person."""
    change = reverse("admin:applications_application_change", args=[nominated.pk])
    lists = [reverse(name) for name in ("admin:applications_application_changelist", "desk_board", "desk_queue", "admin:index")]
    pages = {
        hr_officer: [change, *lists, f"{lists[0]}?o=1", f"{lists[0]}?q={nominated.reference}"],
        superuser: [reverse("admin:index"), "/admin/security/review/", "/admin/security/"],
        oversight: ["/en/oversight/"],
        candidate: [reverse("applications:file", args=[nominated.uuid]), "/en/applications/", "/en/desk/"],
    }

    def look() -> dict:
        seen = {}
        for person, addresses in pages.items():
            browser = type(client)()
            browser.force_login(person)
            seen |= {(str(person), address): bare(browser.get(address)) for address in addresses}
        return seen

    return look


def test_from_no_review_to_a_proposed_refusal_everything_outside_stays_as_it_is(looks, nominated, members, robot):
    looks()  # the first look at a page may leave a footprint of its own
    stages = [looks()]
    actions.open_due(by=robot)
    review = Review.objects.get(application_uuid=nominated.uuid)
    stages.append(looks())
    judged(review, members, business=concern())
    actions.refer(review, organ_kind="other", reference_no="1", sent_on=review.opened_at.date(), by=members[0])
    stages.append(looks())
    actions.propose(review, proposal=negative(), factor="totp", by=members[0])
    stages.append(looks())
    actions.refuse(Review.objects.get(pk=review.pk), by=members[1])
    actions.propose(Review.objects.get(pk=review.pk), proposal=PASSED, factor="totp", by=members[2])
    stages.append(looks())
    differing = {key for later in stages[1:] for key, told in later.items() if told != stages[0][key]}
    assert differing == set()


def test_letters_name_no_file_where_officers_see_them(review, members, candidate):
    actions.show_facts(declared(review), facts="The register says so.", by=members[0])
    letters = Letter.objects.filter(recipient=candidate, kind__in=["declaration_asked", "facts_shown"])
    assert [(letter.about_label, letter.about_reference) for letter in letters] == [("accounts.User", "")] * 2
