"""Extending the deadline: in time, to a later moment, by two people, with a letter to everybody who applies."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from positions import actions, tasks
from positions.conditions.material import LANGUAGES
from positions.models import Correction, Position
from positions.states import PositionState
from recruitment.core.refusals import Refused
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications.tasks import tell_corrections

pytestmark = pytest.mark.django_db
REASONS = {code: f"A storm ({code})" for code in LANGUAGES}
WEEK = datetime.timedelta(days=7)


def extended(position, by, closes_at=None) -> Correction:
    return actions.extend(position, closes_at=closes_at or position.closes_at + WEEK, reasons=REASONS, by=by)


def overdue(position) -> Position:
    Position._base_manager.filter(pk=position.pk).update(closes_at=timezone.now() - datetime.timedelta(seconds=1))
    return Position.objects.get(pk=position.pk)


def test_the_deadline_moves_when_the_second_person_issues_it(published, hr_officer, second_hr_officer):
    correction = extended(published, hr_officer)
    assert Position.objects.get(pk=published.pk).closes_at == published.closes_at
    actions.issue(correction, by=second_hr_officer)
    assert Position.objects.get(pk=published.pk).closes_at == published.closes_at + WEEK


@pytest.mark.parametrize("later", [datetime.timedelta(0), -WEEK])
def test_it_only_ever_becomes_later(later, published, hr_officer):
    with pytest.raises(Refused, match="must be later"):
        extended(published, hr_officer, published.closes_at + later)


def test_it_does_not_reach_the_day_of_the_test(published, hr_officer):
    Position._base_manager.filter(pk=published.pk).update(test_on=timezone.localdate(published.closes_at + WEEK))
    with pytest.raises(Refused, match="before the day of the competence test"):
        extended(published, hr_officer)


def test_a_deadline_that_has_passed_is_not_brought_back(published, hr_officer, second_hr_officer):
    correction = extended(published, hr_officer)
    late = overdue(published)
    with pytest.raises(Refused, match="can no longer be extended"):
        extended(late, hr_officer, timezone.now() + WEEK)
    with pytest.raises(Refused, match="can no longer be extended"):
        actions.issue(correction, by=second_hr_officer)


def test_a_closed_call_is_not_extended(published, hr_officer):
    actions.close(published, by=hr_officer)
    with pytest.raises(Refused):
        extended(published, hr_officer)


@pytest.mark.parametrize("person", ["foreign_hr_officer", "publicity_officer", "candidate", "superuser"])
def test_somebody_else_extends_nothing(person, published, request):
    with pytest.raises(PermissionDenied):
        extended(published, request.getfixturevalue(person))


def test_the_robot_does_not_close_what_was_extended_after_it_drew_up_its_list(published, hr_officer, second_hr_officer, robot):
    stale = Position.objects.get(pk=published.pk)
    stale.closes_at = timezone.now() - datetime.timedelta(seconds=1)
    actions.issue(extended(published, hr_officer), by=second_hr_officer)
    assert tasks.close_one(stale, robot) is False
    assert Position.objects.get(pk=published.pk).state == PositionState.PUBLISHED


def test_candidates_are_told_both_deadlines(draft, candidate, position, hr_officer, second_hr_officer):
    actions.issue(extended(position, hr_officer), by=second_hr_officer)
    assert tell_corrections() == 1
    letter = Letter.objects.get(kind=Kind.POST_EXTENDED)
    assert letter.recipient == candidate and "A storm (de)" in letter.body
    assert "Uhr" in letter.body


def test_the_public_reads_it(published, hr_officer, second_hr_officer, client):
    actions.issue(extended(published, hr_officer), by=second_hr_officer)
    page = client.get(published.get_absolute_url()).content.decode()
    assert "No. 1: Extension of the deadline" in page and "A storm (en)" in page


@pytest.mark.parametrize("typed", ["", "tomorrow", "2026-02-30T10:00", "0001-01-01T00:00"])
def test_bad_moments_are_told_in_the_form_and_what_was_typed_is_kept(typed, published, hr_officer, client):
    client.force_login(hr_officer)
    address = reverse("admin:positions_position_verb", args=[published.pk, "extend"])
    reasons = {f"reason_{code.replace('-', '_')}": text for code, text in REASONS.items()}
    response = client.post(address, {"closes_at": typed} | reasons)
    assert response.status_code == 200 and "closes_at" in response.context["form"].errors
    assert "A storm (ko)" in response.content.decode()


def test_by_the_button_in_shanghai_time(published, hr_officer, client):
    client.force_login(hr_officer)
    address = reverse("admin:positions_position_verb", args=[published.pk, "extend"])
    reasons = {f"reason_{code.replace('-', '_')}": text for code, text in REASONS.items()}
    day = timezone.localdate(published.closes_at + WEEK)
    assert client.post(address, {"closes_at": f"{day}T17:00"} | reasons).status_code == 302
    assert datetime.datetime.fromisoformat(Correction.objects.get().new).astimezone(datetime.UTC).hour == 9
