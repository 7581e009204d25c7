"""Resubmit: the candidate answers a request for corrections within its time."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications import actions
from screening.applications.models import Application
from screening.applications.states import Section, State

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(submitted, qualification_officer):
    """A file that was sent back with a request."""
    due_on = timezone.localdate() + datetime.timedelta(days=10)
    items = ["The apostille is missing.", "Page 2 of the transcript <b>cannot</b> be read."]
    actions.send_back(submitted, items=items, message="Please send\nboth.", due_on=due_on, by=qualification_officer)
    return Application.objects.get(pk=submitted.pk)


def test_it_goes_back_to_the_office_under_its_old_number(asked, candidate):
    application = actions.resubmit(asked, by=candidate)

    stored = Application.objects.get(pk=application.pk)
    assert stored.state == State.SUBMITTED
    assert (stored.reference, stored.submitted_at) == (asked.reference, asked.submitted_at)
    assert stored.correction_due_on is None


def test_nobody_else_can_answer(asked, rival, qualification_officer):
    for somebody in (rival, qualification_officer):
        with pytest.raises(PermissionDenied):
            actions.resubmit(asked, by=somebody)


def test_only_a_returned_file_can_be_answered(submitted, candidate):
    with pytest.raises(TransitionNotAllowed):
        actions.resubmit(submitted, by=candidate)


def test_every_section_must_be_complete_again(asked, candidate):
    asked.progress.filter(section=Section.DOCUMENTS).update(done=False)

    with pytest.raises(TransitionNotAllowed):
        actions.resubmit(asked, by=candidate)


def test_after_the_day_it_is_too_late_and_on_the_day_it_is_not(asked, candidate):
    today = timezone.localdate()
    Application._base_manager.update(correction_due_on=today - datetime.timedelta(days=1))
    with pytest.raises(TransitionNotAllowed):
        actions.resubmit(Application.objects.get(), by=candidate)

    Application._base_manager.update(correction_due_on=today)
    assert actions.resubmit(Application.objects.get(), by=candidate).state == State.SUBMITTED


def test_the_deadline_of_the_post_does_not_matter_any_more(asked, candidate):
    type(asked.position).objects.update(closes_at=timezone.now())

    assert actions.resubmit(asked, by=candidate).state == State.SUBMITTED


def test_the_step_is_recorded_and_confirmed_by_letter(asked, candidate):
    application = actions.resubmit(asked, by=candidate)

    assert Entry.objects.about(application).filter(verb="screening.application.resubmit", actor_id=candidate.pk).count() == 1
    letter = Letter.objects.get(kind=Kind.RESUBMITTED)
    assert (letter.recipient, letter.language) == (candidate, "de")
    assert application.reference in letter.subject


def test_the_letter_of_the_request_names_everything_and_the_day(asked, candidate):
    letter = Letter.objects.get(kind=Kind.RETURNED)

    assert letter.recipient == candidate
    assert "The apostille is missing." in letter.body and "<b>cannot</b>" in letter.body
    assert str(asked.correction_due_on.day) in letter.body


def test_the_page_shows_the_request_and_opens_the_sections(client, candidate, asked):
    client.force_login(candidate)

    page = client.get(reverse("applications:file", args=[asked.uuid])).content.decode()

    assert "The apostille is missing." in page and "&lt;b&gt;cannot&lt;/b&gt;" in page
    for section in Section:
        assert client.get(reverse("applications:section", args=[asked.uuid, section])).status_code == 200


def test_the_page_hands_in_the_corrections(client, candidate, asked):
    client.force_login(candidate)
    check = reverse("applications:check", args=[asked.uuid])
    assert "Hand in the corrections" in client.get(check).content.decode()

    response = client.post(check, {"is_true": "on"})

    assert response.url == reverse("applications:receipt", args=[asked.uuid])
    assert Application.objects.get().state == State.SUBMITTED


def test_the_page_says_when_it_is_too_late(client, candidate, asked):
    Application._base_manager.update(correction_due_on=timezone.localdate() - datetime.timedelta(days=1))
    client.force_login(candidate)

    response = client.post(reverse("applications:check", args=[asked.uuid]), {"is_true": "on"})

    assert response.status_code == 409
    assert "corrections could be handed in has passed" in response.content.decode()


def test_a_change_to_a_returned_file_leaves_a_footprint(asked, candidate):
    actions.mark(asked, Section.WORK, done=True, seen=asked.progress.get(section="work").stamp, by=candidate)

    entry = Entry.objects.about(asked).get(verb="screening.application.amend")
    assert entry.data == {"section": "work"}
