"""Begin: the door of a post opens one draft for one person."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from screening.applications import actions
from screening.applications.models import Application
from screening.applications.states import State
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(position):
    return reverse("applications:start", args=[position.reference])


def test_a_draft_is_opened_and_recorded(position, candidate):
    application = actions.begin(position, language="de", by=candidate)

    assert (application.state, application.candidate, application.language) == (State.DRAFT, candidate, "de")
    assert application.reference is None
    assert [entry.verb for entry in Entry.objects.about(application)] == ["screening.application.begin"]
    assert not Letter.objects.exists()


def test_beginning_again_gives_the_same_draft_back(position, candidate):
    first = actions.begin(position, language="de", by=candidate)

    assert actions.begin(position, language="ja", by=candidate) == first
    assert Application.objects.count() == 1


def test_two_people_have_two_drafts(position, candidate, rival):
    assert actions.begin(position, language="de", by=candidate) != actions.begin(position, language="en", by=rival)


def test_a_closed_post_takes_no_application(position, candidate, time_machine_to_after_deadline):
    with pytest.raises(Refused, match="closed"):
        actions.begin(position, language="de", by=candidate)
    assert not Application.objects.exists()


@pytest.fixture
def time_machine_to_after_deadline(position):
    past = timezone.now() - datetime.timedelta(minutes=1)
    type(position).objects.filter(pk=position.pk).update(closes_at=past)
    position.closes_at = past


def test_after_a_withdrawal_a_new_draft_can_be_begun(submitted, candidate):
    actions.withdraw(submitted, reason="", by=candidate)

    again = actions.begin(submitted.position, language="de", by=candidate)

    assert again != submitted and again.state == State.DRAFT


def test_an_appointed_person_gets_their_file_and_no_second_draft(appointed, candidate):
    assert actions.begin(appointed.position, language="de", by=candidate) == appointed


def test_the_door_asks_to_sign_in_and_leads_back(client, door):
    response = client.get(door)

    assert response.status_code == 302
    assert response.url == f"{reverse('account_login')}?next={door}"


def test_the_door_says_what_is_needed_and_opens_a_draft(client, candidate, door):
    client.force_login(candidate)

    assert "Begin the application" in client.get(door).content.decode()
    response = client.post(door)

    assert response.url == reverse("applications:file", args=[Application.objects.get().uuid])


def test_the_door_offers_to_continue_a_draft_or_to_view_what_was_handed_in(client, candidate, draft, door):
    client.force_login(candidate)
    assert "Continue your draft" in client.get(door).content.decode()

    factories.brought_to(factories.complete(draft), State.SUBMITTED)

    page = client.get(door).content.decode()
    assert "View your application" in page and "Begin the application" not in page


def test_the_door_of_a_closed_post_says_so(client, candidate, door, time_machine_to_after_deadline):
    client.force_login(candidate)

    page = client.get(door)

    assert page.status_code == 200 and "closed" in page.content.decode()
    assert client.post(door).status_code == 409


def test_the_door_of_a_post_that_opens_later_says_when(client, candidate, door, position):
    type(position).objects.filter(pk=position.pk).update(opens_at=timezone.now() + datetime.timedelta(days=1))
    client.force_login(candidate)

    assert "not taken yet" in client.get(door).content.decode()
    assert client.post(door).status_code == 409


def test_a_post_that_is_not_public_or_does_not_exist_has_no_door(client, candidate, department, hr_officer):
    planned = factories.planned_position(department, author=hr_officer)
    client.force_login(candidate)

    for reference in (planned.reference, "SH-P-1999-001", "<script>", "%00"):
        assert client.get(f"/en/applications/start/{reference}/").status_code in (400, 404)
    assert client.get(f"/fr/applications/start/{planned.reference}/").status_code == 404
