"""Withdraw: the candidate ends the application, at any time before the appointment."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications import actions
from screening.applications.models import Application
from screening.applications.states import LIVE, State
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", [state for state in LIVE if state != State.DRAFT])
def test_it_ends_from_every_state_on_the_way(complete_draft, candidate, state):
    application = factories.brought_to(complete_draft, state)

    actions.withdraw(application, reason="A new child.", by=candidate)

    stored = Application.objects.get()
    assert stored.state == State.WITHDRAWN
    assert stored.withdrawal_reason == "A new child." and stored.ended_at is not None


def test_nobody_else_can_withdraw_it(submitted, rival, hr_officer):
    for somebody in (rival, hr_officer):
        with pytest.raises(PermissionDenied):
            actions.withdraw(submitted, reason="", by=somebody)


@pytest.mark.parametrize("state", [State.APPOINTED, State.REJECTED, State.WITHDRAWN, State.LAPSED])
def test_what_has_ended_cannot_be_withdrawn(complete_draft, candidate, state):
    with pytest.raises(TransitionNotAllowed):
        actions.withdraw(factories.brought_to(complete_draft, state), reason="", by=candidate)


def test_a_draft_is_deleted_instead(draft, candidate):
    with pytest.raises(TransitionNotAllowed):
        actions.withdraw(draft, reason="", by=candidate)


def test_the_step_is_recorded_without_the_reason_and_confirmed_by_letter(submitted, candidate):
    actions.withdraw(submitted, reason="Private matters", by=candidate)

    entry = Entry.objects.about(submitted).get(verb="screening.application.withdraw")
    assert entry.actor_id == candidate.pk and "Private" not in str(entry.data)
    letter = Letter.objects.get()
    assert (letter.kind, letter.recipient, letter.language) == (Kind.WITHDRAWN, candidate, "de")


def test_the_page_explains_asks_and_withdraws(client, candidate, submitted):
    client.force_login(candidate)
    url = reverse("applications:withdraw", args=[submitted.uuid])
    assert "cannot be taken up again" in client.get(url).content.decode()

    response = client.post(url, {"reason": ""}, follow=True)

    assert "Withdrawn by you" in response.content.decode()
    assert Application.objects.get().state == State.WITHDRAWN


def test_withdrawing_twice_is_told_and_changes_nothing(client, candidate, submitted):
    client.force_login(candidate)
    url = reverse("applications:withdraw", args=[submitted.uuid])
    client.post(url, {"reason": ""})

    assert client.post(url, {"reason": ""}).status_code == 409
    assert Letter.objects.count() == 1


def test_a_reason_that_is_too_long_or_broken_is_a_field_error(client, candidate, submitted):
    client.force_login(candidate)
    url = reverse("applications:withdraw", args=[submitted.uuid])

    for reason in ("x" * 501, "a\x00b"):
        response = client.post(url, {"reason": reason})
        assert response.status_code == 200 and response.context["form"].errors["reason"]
    assert Application.objects.get().state == State.SUBMITTED
