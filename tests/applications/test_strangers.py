"""Somebody else's address: for whoever it does not belong to, a file does not exist."""

import pytest
from django.urls import reverse

from screening.applications import actions
from screening.applications.models import Application, Education
from screening.applications.states import Section

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses(complete_draft, candidate, a_pdf):
    """Every address of one file."""
    uuid, entry = complete_draft.uuid, Education.objects.get().pk
    file = actions.attach(complete_draft, "passport", a_pdf(), by=candidate).pk
    named = {
        **{name: [uuid] for name in ("file", "check", "receipt", "receipt_paper", "withdraw", "discard")},
        **{name: [uuid, file] for name in ("download", "paper_replace", "paper_remove")},
        "paper": [uuid, "passport"],
        "entry_add": [uuid, "education"],
        "entry": [uuid, "education", entry],
        "entry_remove": [uuid, "education", entry],
    }
    found = [reverse(f"applications:{name}", args=args) for name, args in named.items()]
    return found + [reverse("applications:section", args=[uuid, section]) for section in Section]


@pytest.mark.parametrize("somebody", ["rival", "outsider", "hr_officer", "oversight", "superuser"])
def test_for_everybody_else_it_does_not_exist(client, addresses, request, somebody):
    client.force_login(request.getfixturevalue(somebody))

    for address in addresses:
        assert client.get(address).status_code == 404, address
        response = client.post(address, {"then": "later", "is_true": "on", "seen": ""})
        assert response.status_code in (404, 405), address
    assert Application.objects.get().state == "draft" and Education.objects.count() == 1


def test_who_is_not_signed_in_is_asked_to(client, addresses):
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 302 and response.url.startswith(reverse("account_login")), address


def test_entries_and_files_are_reached_through_their_own_file_only(client, rival, position, complete_draft, candidate, a_pdf):
    file = actions.attach(complete_draft, "passport", a_pdf(), by=candidate).pk
    own = actions.begin(position, language="en", by=rival)
    client.force_login(rival)
    entry = Education.objects.get().pk

    for name, args in (
        ("entry", [own.uuid, "education", entry]),
        ("entry_remove", [own.uuid, "education", entry]),
        ("download", [own.uuid, file]),
        ("paper_replace", [own.uuid, file]),
        ("paper_remove", [own.uuid, file]),
    ):
        address = reverse(f"applications:{name}", args=args)
        assert client.get(address).status_code == 404, name
        assert client.post(address).status_code in (404, 405), name


def test_the_dashboard_shows_only_ones_own(client, rival, submitted):
    client.force_login(rival)

    assert submitted.reference not in client.get(reverse("applications:list")).content.decode()
