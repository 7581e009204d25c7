"""Open and close: the clock does it, to the second; what opens is what was sealed."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from screening.competence import actions, tasks
from screening.competence.models import Paper, Sitting, Task
from screening.competence.states import PaperState, SittingState
from tests import assessments

SECOND = datetime.timedelta(seconds=1)
SOON = timezone.make_aware(datetime.datetime(2030, 3, 1, 9, 0))
LATER = SOON + datetime.timedelta(hours=6)


@pytest.fixture
def tomorrow(position, hr_officer) -> Paper:
    """Sealed; its hour has not come."""
    return actions.seal(assessments.draft_paper(position, author=hr_officer, opens_at=SOON, closes_at=LATER), by=hr_officer)


def state(paper) -> str:
    return Paper.objects.get(pk=paper.pk).state


@pytest.mark.parametrize(("seconds", "expected"), [(-1, PaperState.SEALED), (0, PaperState.OPENED), (1, PaperState.OPENED)])
def test_the_clock_opens_a_paper_at_its_hour(tomorrow, robot, seconds, expected):
    with time_machine.travel(SOON + seconds * SECOND, tick=False):
        tasks.close_due()
    assert state(tomorrow) == expected


def test_running_twice_the_clock_does_its_work_once(tomorrow, robot):
    with time_machine.travel(SOON + SECOND, tick=False):
        tasks.close_due()
        tasks.close_due()
    assert Entry.objects.filter(verb="screening.paper.open").count() == 1


def test_before_its_hour_nobody_opens_a_paper(tomorrow, hr_officer):
    with time_machine.travel(SOON - SECOND, tick=False), pytest.raises(TransitionNotAllowed):
        actions.open(tomorrow, by=hr_officer)


@pytest.mark.parametrize("who", ["candidate", "outsider", "assessor", "foreign_hr_officer", "superuser"])
def test_a_stranger_opens_and_closes_nothing(who, request, tomorrow):
    stranger = request.getfixturevalue(who)
    with time_machine.travel(SOON, tick=False), pytest.raises(PermissionDenied):
        actions.open(tomorrow, by=stranger)
    with time_machine.travel(LATER, tick=False), pytest.raises(PermissionDenied):
        actions.close(tomorrow, by=stranger)


def test_a_paper_that_is_not_what_was_sealed_stays_closed(tomorrow, hr_officer):
    with connection.cursor() as cursor:
        cursor.execute("set local portal.erasing = 'on'")
    Task.objects.filter(paper=tomorrow).update(prompt_en="An easier question.")
    with time_machine.travel(SOON, tick=False), pytest.raises(Refused, match="not what was sealed"):
        actions.open(tomorrow, by=hr_officer)
    assert state(tomorrow) == PaperState.SEALED


@pytest.mark.parametrize(("seconds", "expected"), [(0, PaperState.OPENED), (10, PaperState.OPENED), (11, PaperState.CLOSED)])
def test_the_clock_closes_a_paper_after_the_grace_of_the_network(tomorrow, robot, seconds, expected):
    with time_machine.travel(SOON, tick=False):
        tasks.close_due()
    with time_machine.travel(LATER + seconds * SECOND, tick=False):
        tasks.close_due()
    assert state(tomorrow) == expected


@pytest.mark.parametrize(("seconds", "expected"), [(10, SittingState.INVITED), (11, SittingState.MISSED)])
def test_whoever_did_not_start_has_missed_the_test_when_the_paper_closes(tomorrow, qualified, hr_officer, robot, seconds, expected):
    with time_machine.travel(SOON, tick=False):
        actions.invite(tomorrow, by=hr_officer)
    with time_machine.travel(LATER + seconds * SECOND, tick=False):
        tasks.close_due()
    assert Sitting.objects.get(application=qualified).state == expected


def test_whoever_missed_the_test_is_proposed_for_rejection(tomorrow, qualified, hr_officer, robot):
    with time_machine.travel(SOON, tick=False):
        actions.invite(tomorrow, by=hr_officer)
    with time_machine.travel(LATER + 20 * SECOND, tick=False):
        tasks.close_due()
        (sitting,) = actions.conclude_ready(tomorrow, by=hr_officer)
    assert (sitting.state, sitting.score) == (SittingState.CONCLUDED, None)
    qualified.refresh_from_db(fields=["competence_gate"])
    assert qualified.competence_gate == "not_passed"
    assert qualified.rejection.reason == "did_not_attend"
