"""The registers of paper in the admin: failures are seen, contents are not."""

import pytest
from django.urls import reverse

from recruitment.documents.models import Issued
from recruitment.documents.states import IssuedState
from tests.documents.test_issue import issue

LISTS = ["admin:documents_document_changelist", "admin:documents_issued_changelist"]


@pytest.fixture
def failed(candidate):
    issued = issue(candidate)
    Issued.objects.filter(pk=issued.pk).update(state=IssuedState.FAILED, error="No font has these characters: U+E000", tries=4)
    return Issued.objects.get(pk=issued.pk)


def test_the_system_administrator_sees_what_failed_and_what_was_held_back(client, system_administrator, accepted, failed):
    client.force_login(system_administrator)
    pages = [client.get(reverse(name)).content.decode() for name in LISTS]
    assert "structure-only" in pages[0]
    assert "U+E000" in pages[1]
    assert "Müller" not in "".join(pages)


@pytest.mark.parametrize("name", LISTS)
def test_nobody_else_does(client, hr_officer, audit_administrator, name):
    for person in (hr_officer, audit_administrator):
        client.force_login(person)
        assert client.get(reverse(name)).status_code == 403


def test_a_row_can_be_read_but_not_changed(client, system_administrator, accepted, failed):
    client.force_login(system_administrator)
    for row in (accepted, failed):
        address = reverse(f"admin:documents_{row._meta.model_name}_change", args=[row.pk])
        shown = client.get(address)
        assert shown.status_code == 200
        assert "arrived" not in shown.content.decode()
        assert "Müller" not in shown.content.decode()
        assert client.post(address, {"state": "accepted"}).status_code == 403


def test_a_failed_document_gets_another_chance_by_a_button(client, system_administrator, failed):
    client.force_login(system_administrator)
    address = reverse("admin:documents_issued_verb", args=[failed.pk, "press_again"])
    assert address in client.get(reverse("admin:documents_issued_change", args=[failed.pk])).content.decode()
    assert client.post(address).status_code == 302
    assert Issued.objects.get(pk=failed.pk).state == IssuedState.QUEUED
    assert client.post(address).status_code == 409
