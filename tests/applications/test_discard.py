"""Discard: a draft is deleted for good, with its files."""

import pytest
from django.urls import reverse

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.documents.models import Document
from recruitment.notifications.models import Letter
from screening.applications import actions
from screening.applications.models import Application, Attachment

pytestmark = pytest.mark.django_db


def test_the_draft_and_the_keys_of_its_files_are_gone(draft, candidate, a_pdf):
    actions.attach(draft, "passport", a_pdf(), by=candidate)

    actions.discard(draft, by=candidate)

    assert not Application.objects.exists() and not Attachment.objects.exists()
    assert Document.objects.get().is_erased


def test_nobody_else_can_delete_it(draft, rival, hr_officer):
    for somebody in (rival, hr_officer):
        with pytest.raises(Refused):
            actions.discard(draft, by=somebody)
    assert Application.objects.exists()


def test_what_was_handed_in_cannot_be_deleted(submitted, candidate):
    with pytest.raises(Refused, match="Withdraw"):
        actions.discard(submitted, by=candidate)


def test_it_leaves_a_footprint_and_no_letter(draft, candidate):
    key = str(draft.pk)

    actions.discard(draft, by=candidate)

    assert Entry.objects.filter(verb="screening.application.discard", subject_id=key, actor_id=candidate.pk).count() == 1
    assert not Letter.objects.exists()


def test_the_page_asks_once_and_deletes(client, candidate, draft):
    client.force_login(candidate)
    url = reverse("applications:discard", args=[draft.uuid])
    assert "Delete this draft?" in client.get(url).content.decode()

    response = client.post(url)

    assert response.url == reverse("applications:list")
    assert not Application.objects.exists()
    assert client.post(url).status_code == 404


def test_the_page_of_a_file_in_the_office_refuses(client, candidate, submitted):
    client.force_login(candidate)
    url = reverse("applications:discard", args=[submitted.uuid])

    assert client.get(url).status_code == 302
    assert client.post(url).status_code == 409
