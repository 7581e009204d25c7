"""Open and close: two people open, the clock closes to the second; what opens is what was sealed."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from screening.competence import actions, tasks
from screening.competence.models import Paper, Sitting
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


def opened(paper, *people) -> Paper:
    for person in people:
        actions.open(paper, note="Room 2", by=person)
    return Paper.objects.get(pk=paper.pk)


def everything_stored(paper) -> str:
    """All columns of the paper's rows as they lie in the database."""
    tables = {"paper": "id", "task": "paper_id", "rubricline": "task_id in (select id from competence_task where paper_id"}
    found = []
    with connection.cursor() as cursor:
        for table, column in tables.items():
            close = ")" if "select" in column else ""
            cursor.execute(f"select * from competence_{table} where {column} = %s{close}", [paper.pk])
            found += [str(row) for row in cursor.fetchall()]
    return "\n".join(found)


def test_a_sealed_paper_can_be_read_nowhere_in_the_database(position, hr_officer):
    draft = assessments.draft_paper(position, author=hr_officer, opens_at=SOON, closes_at=LATER)
    assert {word for word in ("Do this.", "Two tasks of", "Measures", "Half (", "Task 1") if word not in everything_stored(draft)} == set()
    stored = everything_stored(actions.seal(draft, by=hr_officer))
    assert [word for word in ("Do this.", "Two tasks of", "Measures", "Half (", "Task 1") if word in stored] == []


def test_two_people_open_a_paper_and_the_ledger_shows_that_it_is_what_was_sealed(tomorrow, hr_officer, oversight):
    with time_machine.travel(SOON - 30 * 60 * SECOND, tick=False):
        first = opened(tomorrow, hr_officer)
        assert (first.state, [turn.note for turn in first.turns.all()]) == (PaperState.SEALED, ["Room 2"])
        second = opened(tomorrow, oversight)
    assert (second.state, second.closes_at, second.tasks.first().prompt_ja) == (PaperState.OPENED, LATER, "Do this. (ja)")
    sealed, leaf = (Leaf.objects.get(kind=f"paper.{verb}").opening.payload for verb in ("sealed", "opened"))
    assert leaf == {"digest": sealed["digest"], "sealed": sealed["digest"], "late_seconds": 0}
    assert actions.is_as_sealed(second)
    verbs = ("screening.paper.turn", "screening.paper.open")
    assert [Entry.objects.filter(verb=verb, subject_reference=tomorrow.reference).count() for verb in verbs] == [1, 1]


def test_one_person_never_opens_a_paper_alone(tomorrow, hr_officer):
    with time_machine.travel(SOON, tick=False), pytest.raises(Refused, match="another person"):
        opened(tomorrow, hr_officer, hr_officer)
    assert state(tomorrow) == PaperState.SEALED


def test_the_clock_opens_nothing_and_whoever_was_late_is_made_up_for(tomorrow, robot, hr_officer, second_hr_officer):
    with time_machine.travel(SOON + 60 * SECOND, tick=False):
        tasks.close_due()
        assert state(tomorrow) == PaperState.SEALED
        paper = opened(tomorrow, hr_officer, second_hr_officer)
    assert (paper.state, paper.closes_at) == (PaperState.OPENED, LATER + 60 * SECOND)
    assert Leaf.objects.get(kind="paper.opened").opening.payload["late_seconds"] == 60


def test_a_paper_that_nobody_opened_is_not_closed_and_nobody_has_missed_it(tomorrow, qualified, hr_officer, robot):
    actions.invite(tomorrow, by=hr_officer)
    with time_machine.travel(LATER + 60 * SECOND, tick=False):
        tasks.close_due()
    assert (state(tomorrow), Sitting.objects.get(application=qualified).state) == (PaperState.SEALED, SittingState.INVITED)


def test_earlier_than_half_an_hour_before_nobody_opens_a_paper(tomorrow, hr_officer):
    with time_machine.travel(SOON - 30 * 60 * SECOND - SECOND, tick=False), pytest.raises(Refused, match="half an hour"):
        actions.open(tomorrow, by=hr_officer)


@pytest.mark.parametrize("who", ["candidate", "outsider", "assessor", "setter", "foreign_hr_officer", "superuser", "robot"])
def test_a_stranger_opens_nothing(who, request, tomorrow):
    with time_machine.travel(SOON, tick=False), pytest.raises(PermissionDenied):
        actions.open(tomorrow, by=request.getfixturevalue(who))


@pytest.mark.parametrize("who", ["candidate", "outsider", "assessor", "oversight", "foreign_hr_officer", "superuser"])
def test_a_stranger_closes_nothing(who, request, tomorrow, hr_officer, second_hr_officer):
    with time_machine.travel(SOON, tick=False):
        opened(tomorrow, hr_officer, second_hr_officer)
    with time_machine.travel(LATER, tick=False), pytest.raises(PermissionDenied):
        actions.close(tomorrow, by=request.getfixturevalue(who))


def _exchanged(paper):
    other = assessments.draft_paper(paper.position, author=paper.author, opens_at=SOON, closes_at=LATER)
    sealed = actions.seal(other, by=paper.author)
    return {"envelope": sealed.envelope, "wrapped_key": sealed.wrapped_key}


@pytest.mark.parametrize(
    "spoil", [lambda paper: {"envelope": bytes(paper.envelope)[:-1] + b"x"}, _exchanged, lambda paper: {"wrapped_key": None}]
)
def test_a_paper_that_is_not_what_was_sealed_stays_closed(tomorrow, hr_officer, second_hr_officer, spoil):
    changed = spoil(Paper.objects.get(pk=tomorrow.pk))
    with connection.cursor() as cursor:
        cursor.execute("set local portal.erasing = 'on'")
    Paper.objects.filter(pk=tomorrow.pk).update(**changed)
    with time_machine.travel(SOON, tick=False), pytest.raises(Refused, match="not what was sealed"):
        opened(tomorrow, hr_officer, second_hr_officer)
    assert state(tomorrow) == PaperState.SEALED


@pytest.mark.parametrize(("seconds", "expected"), [(0, PaperState.OPENED), (10, PaperState.OPENED), (11, PaperState.CLOSED)])
def test_the_clock_closes_a_paper_after_the_grace_of_the_network(tomorrow, robot, hr_officer, second_hr_officer, seconds, expected):
    with time_machine.travel(SOON, tick=False):
        opened(tomorrow, hr_officer, second_hr_officer)
    with time_machine.travel(LATER + seconds * SECOND, tick=False):
        tasks.close_due()
    assert state(tomorrow) == expected


@pytest.mark.parametrize(("seconds", "expected"), [(10, SittingState.INVITED), (11, SittingState.MISSED)])
def test_whoever_did_not_start_has_missed_the_test_when_the_paper_closes(tomorrow, qualified, hr_officer, robot, seconds, expected):
    with time_machine.travel(SOON, tick=False):
        actions.invite(tomorrow, by=hr_officer)
        assessments.opened(tomorrow)
    with time_machine.travel(LATER + seconds * SECOND, tick=False):
        tasks.close_due()
    assert Sitting.objects.get(application=qualified).state == expected


def test_whoever_missed_the_test_is_proposed_for_rejection(tomorrow, qualified, hr_officer, robot):
    with time_machine.travel(SOON, tick=False):
        actions.invite(tomorrow, by=hr_officer)
        assessments.opened(tomorrow)
    with time_machine.travel(LATER + 20 * SECOND, tick=False):
        tasks.close_due()
        (sitting,) = actions.conclude_ready(tomorrow, by=hr_officer)
    assert (sitting.state, sitting.score) == (SittingState.CONCLUDED, None)
    qualified.refresh_from_db(fields=["competence_gate"])
    assert qualified.competence_gate == "not_passed"
    assert qualified.rejection.reason == "did_not_attend"
