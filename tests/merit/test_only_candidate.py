"""An only candidate is compared with those whom the same panel saw in the round; a reserve list ends on its day."""

import datetime
from decimal import Decimal

import pytest
import time_machine
from django.utils import timezone

from recruitment.notifications.models import Letter
from screening.applications.models import Application
from screening.assessors.states import PanelKind
from screening.crosscultural.models import Booking, Interview, Slot
from screening.merit import actions, table
from screening.merit.models import MeritList
from screening.merit.tasks import lapse_reserves
from tests import assessments


@pytest.fixture
def interviewed(position, hr_officer, second_hr_officer):
    """Files with interviews that one panel concluded with these scores; each in a state."""
    made = assessments.panel(position, PanelKind.INTERVIEW, members=assessments.people(3), by=hr_officer)
    booklet = assessments.draft_booklet(position)

    def give(*rows: tuple[str, str]) -> list[Application]:
        files = []
        for number, (state, score) in enumerate(rows):
            file = assessments.file(
                position, number, state, competence_score=Decimal(70), crosscultural_score=Decimal(score), composite=None, rank=None
            )
            now = timezone.now()
            slot = Slot.objects.create(
                panel=made, place="1", starts_at=now + datetime.timedelta(hours=number), ends_at=now + datetime.timedelta(hours=number + 1)
            )
            interview = Interview.objects.create(
                application=file, booklet=booklet, code=file.candidate_code, state="concluded", score=Decimal(score), concluded_at=now
            )
            Booking.objects.create(interview=interview, slot=slot)
            files.append(file)
        assessments.close_stages(position, by=hr_officer)
        return files

    return give


@pytest.mark.parametrize("score, decision", [("80", "nominate"), ("75", "nominate"), ("74.99", "below")])
def test_an_only_candidate_must_reach_the_average_of_the_panels_others(interviewed, position, hr_officer, score, decision):
    interviewed(("assessed", score), ("rejected", "70"), ("rejected", "80"))
    made = actions.draw_up(position, by=hr_officer)
    assert made.benchmark == Decimal("75.00") and made.lines.get().decision == decision
    assert "75.00" in table.steps(made)[-1]


def test_where_the_panel_saw_nobody_else_there_is_nothing_to_compare(interviewed, position, hr_officer):
    interviewed(("assessed", "61"))
    made = actions.draw_up(position, by=hr_officer)
    assert made.benchmark is None and made.lines.get().decision == "nominate" and "nothing to compare" in table.steps(made)[-1]


def test_the_rule_says_nothing_about_two(interviewed, position, hr_officer):
    interviewed(("assessed", "61"), ("assessed", "90"))
    made = actions.draw_up(position, by=hr_officer)
    assert made.benchmark is None and {line.decision for line in made.lines.all()} == {"nominate"}


def test_a_reserve_list_ends_on_its_day_and_everybody_on_it_is_told(closed, files):
    listed = MeritList.objects.get(pk=closed.pk)
    assert listed.reserve_until > timezone.localdate() + datetime.timedelta(days=300)
    assert lapse_reserves() == 0
    with time_machine.travel(
        datetime.datetime.combine(listed.reserve_until, datetime.time(12), datetime.UTC) + datetime.timedelta(days=1), tick=False
    ):
        assert lapse_reserves() == 2 and lapse_reserves() == 0
    assert [Application.objects.get(pk=file.pk).state for file in files[:4]] == ["nominated", "nominated", "lapsed", "lapsed"]
    assert Letter.objects.filter(kind="lapsed").count() == 2
