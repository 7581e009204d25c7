"""Hostile input on the pages of following and of one's data: a sentence, what was typed, never a failure."""

import pytest
from django.urls import reverse

from screening.applications.models import Application
from screening.applications.states import State
from screening.rights.models import Request
from tests import factories

pytestmark = pytest.mark.django_db

HOSTILE = [
    "\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00",
    "x" * 20_000,
    "\u202e" * 30 + "<script>alert(1)</script>",
    " " * 40,
    "%(position)s %s {{ x }} {% y %}",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", ["correction", "explanation"])
def test_a_request_survives_whatever_is_sent(client, candidate, text, kind):
    client.force_login(candidate)
    answer = client.post(reverse("rights:ask", args=[kind]), {"statement": text})
    assert answer.status_code in (200, 302)
    assert "<script>alert" not in answer.content.decode()
    if answer.status_code == 302:
        assert Request.objects.get().statement == text.strip()
        assert "<script>alert" not in client.get(reverse("rights:list")).content.decode()
        assert client.get(reverse("rights:everything")).status_code == 200


@pytest.mark.parametrize("told", [{"is_meant": "no" * 9000}, {}, {"is_meant": "on", "statement": "y" * 5000}, {"statement": "\x00"}])
def test_a_deletion_too(client, candidate, told):
    client.force_login(candidate)
    assert client.post(reverse("rights:ask", args=["deletion"]), told).status_code in (200, 302)


@pytest.mark.parametrize("code", ["", "family", "consent", "<b>", "x" * 500])
@pytest.mark.parametrize("text", HOSTILE)
def test_withdrawing_takes_no_reason_that_is_not_on_the_list(client, candidate, complete_draft, code, text):
    file = factories.brought_to(complete_draft, State.SUBMITTED)
    client.force_login(candidate)
    answer = client.post(reverse("applications:withdraw", args=[file.uuid]), {"code": code, "reason": text})
    assert answer.status_code in (200, 302)
    stored = Application.objects.get()
    assert stored.withdrawal_code in ("", "family")
    assert (stored.state == State.WITHDRAWN) == (answer.status_code == 302)
