"""Submit: the file is handed in once; it gets a number, a receipt, a leaf and a letter."""

import datetime
import threading

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.documents.models import Issued
from recruitment.ledger.models import Leaf
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from recruitment.privacy.actions import withdraw as withdraw_consent
from recruitment.privacy.models import Consent
from recruitment.privacy.queries import missing_consents
from screening.applications import actions
from screening.applications.models import Application
from screening.applications.states import Section, State

pytestmark = pytest.mark.django_db


@pytest.fixture
def check(complete_draft):
    return reverse("applications:check", args=[complete_draft.uuid])


def test_it_gets_a_number_a_stamp_and_its_state(complete_draft, candidate):
    application = actions.submit(complete_draft, by=candidate)

    stored = Application.objects.get(pk=application.pk)
    assert stored.state == State.SUBMITTED
    assert stored.reference == f"SH-{timezone.localdate().year}-00001"
    assert timezone.now() - stored.submitted_at < datetime.timedelta(minutes=1)
    assert stored.declaration.declared_at is not None and stored.declaration.is_true


def test_nobody_else_can_hand_it_in(complete_draft, rival, hr_officer, robot):
    for somebody in (rival, hr_officer, robot):
        with pytest.raises(PermissionDenied):
            actions.submit(complete_draft, by=somebody)
    assert Application.objects.get().state == State.DRAFT


def test_it_is_handed_in_only_from_the_draft(submitted, candidate):
    with pytest.raises(TransitionNotAllowed):
        actions.submit(submitted, by=candidate)


def test_every_section_must_be_complete(complete_draft, candidate):
    complete_draft.progress.filter(section=Section.WORK).update(done=False)

    with pytest.raises(TransitionNotAllowed):
        actions.submit(complete_draft, by=candidate)


def test_after_the_deadline_it_is_too_late(complete_draft, candidate):
    type(complete_draft.position).objects.update(closes_at=timezone.now())

    with pytest.raises(TransitionNotAllowed):
        actions.submit(complete_draft, by=candidate)


def test_what_is_handed_in_at_the_last_moment_bears_that_moment(complete_draft, candidate, monkeypatch):
    """However long it takes to write everything down: nobody is in time and stamped as late."""
    closes_at = complete_draft.deadline
    with time_machine.travel(closes_at - datetime.timedelta(milliseconds=1), tick=False) as clock:
        from_here = actions.candidate.refuse_without_consents

        def slowly(application, *, by):
            clock.shift(datetime.timedelta(seconds=5))
            from_here(application, by=by)

        monkeypatch.setattr(actions.candidate, "refuse_without_consents", slowly)
        actions.submit(complete_draft, by=candidate)

    stored = Application.objects.get()
    assert stored.submitted_at == stored.moved_at == closes_at - datetime.timedelta(milliseconds=1)


def test_at_the_deadline_itself_it_is_too_late(complete_draft, candidate):
    with time_machine.travel(complete_draft.deadline, tick=False), pytest.raises(TransitionNotAllowed):
        actions.submit(complete_draft, by=candidate)


def test_a_consent_that_was_taken_back_stops_it(complete_draft, candidate):
    withdraw_consent(Consent.objects.get(kind="publication"), by=candidate)

    with pytest.raises(Refused, match="consent"):
        actions.submit(complete_draft, by=candidate)
    assert not Leaf.objects.exists() and not Letter.objects.exists()


def test_the_consents_given_in_the_draft_still_stand_for_the_numbered_file(complete_draft, candidate):
    application = actions.submit(complete_draft, by=candidate)

    assert missing_consents(candidate, Application.objects.get(pk=application.pk)) == []


def test_the_step_is_recorded_and_fixed_in_the_ledger(complete_draft, candidate):
    application = actions.submit(complete_draft, by=candidate)

    entry = Entry.objects.about(application).get(verb="screening.application.submit")
    assert (entry.actor_id, entry.source, entry.target) == (candidate.pk, State.DRAFT, State.SUBMITTED)
    leaf = Leaf.objects.get()
    assert (leaf.kind, leaf.reference) == ("submission", application.reference)
    assert leaf.opening.payload["position_reference"] == application.position.reference
    assert "Müller" not in str(leaf.opening.payload)


def test_the_candidate_gets_a_letter_in_their_language_with_the_receipt(complete_draft, candidate, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as after_commit:
        application = actions.submit(complete_draft, by=candidate)

    letter, receipt = Letter.objects.get(), Issued.objects.get()
    assert (letter.recipient, letter.kind, letter.language) == (candidate, Kind.SUBMITTED, "de")
    assert application.reference in letter.subject and application.reference in letter.body
    assert letter.attachment == receipt.uuid
    assert (receipt.language, receipt.owner, receipt.about_reference) == ("de", candidate, application.reference)
    assert receipt.context["position_title"] == "Investitionsberatung"
    assert after_commit


def test_the_page_hands_in_and_shows_the_receipt(client, candidate, check):
    client.force_login(candidate)
    assert "Hand in the application" in client.get(check).content.decode()

    response = client.post(check, {"is_true": "on"}, follow=True)

    page, application = response.content.decode(), Application.objects.get()
    assert application.state == State.SUBMITTED
    assert application.reference in page and Leaf.objects.get().hex in page
    assert "Shanghai time" in page and "being prepared" in page


def test_without_the_declaration_the_page_says_so_and_nothing_happens(client, candidate, check):
    client.force_login(candidate)

    response = client.post(check, {})

    assert response.status_code == 200
    assert "Tick the declaration of truthfulness" in response.content.decode()
    assert Application.objects.get().state == State.DRAFT


def test_the_second_click_shows_the_receipt_and_nothing_happens_twice(client, candidate, check):
    client.force_login(candidate)
    first = client.post(check, {"is_true": "on"})

    second = client.post(check, {"is_true": "on"})

    assert first.url == second.url == reverse("applications:receipt", args=[Application.objects.get().uuid])
    assert (Letter.objects.count(), Leaf.objects.count(), Issued.objects.count()) == (1, 1, 1)


def test_after_the_deadline_the_page_says_so_in_a_sentence(client, candidate, check):
    type(Application.objects.get().position).objects.update(closes_at=timezone.now())
    client.force_login(candidate)

    assert "deadline of this position has passed" in client.get(check).content.decode()
    response = client.post(check, {"is_true": "on"})

    assert response.status_code == 409
    assert "deadline of this position has passed" in response.content.decode()


def test_an_incomplete_file_is_led_to_what_is_missing(client, candidate, draft):
    client.force_login(candidate)
    url = reverse("applications:check", args=[draft.uuid])

    response = client.post(url, {"is_true": "on"}, follow=True)

    assert "Some sections are not complete yet" in response.content.decode()
    assert reverse("applications:section", args=[draft.uuid, "identity"]) in response.content.decode()
    assert Application.objects.get().state == State.DRAFT


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_hand_in_once(candidate, complete_draft):
    url = reverse("applications:check", args=[complete_draft.uuid])
    clients = [Client(), Client()]
    for client in clients:
        client.force_login(candidate)
    barrier, answers = threading.Barrier(2), []

    def click(client):
        barrier.wait()
        answers.append(client.post(url, {"is_true": "on"}))
        connections.close_all()

    threads = [threading.Thread(target=click, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].url == answers[1].url == reverse("applications:receipt", args=[complete_draft.uuid])
    assert Application.objects.get().reference.endswith("-00001")
    assert (Letter.objects.count(), Leaf.objects.count(), Issued.objects.count()) == (1, 1, 1)
