"""The round of many files that `make bench` measures, on a few: its steps run, and no page asks more for more files."""

import pytest

from recruitment.bench import exam, volume
from screening.competence import actions as competence
from screening.merit.models import MeritLine


@pytest.fixture
def round_(position, hr_officer, oversight, robot, monkeypatch) -> volume.Round:
    monkeypatch.setattr(exam, "officer", lambda: hr_officer)
    monkeypatch.setattr(volume, "_look_again", lambda: None)
    monkeypatch.setattr(volume, "MARKERS", 3)
    monkeypatch.setattr(volume, "ASKED", 1)
    return volume.Round()


def test_a_round_goes_from_scripts_to_the_ranking_and_its_pages_ask_no_more_for_more_files(round_):
    round_.fill(2)
    competence.assign(round_.paper, by=round_.hr)
    few = round_.pages()
    round_.fill(12)
    running = round_.steps()
    steps = [next(running)]
    assert {name: look.queries for name, look in round_.pages().items()} == {name: look.queries for name, look in few.items()}
    steps += running
    assert [step.name for step in steps][0::4] == ["scripts given to markers", "composite and ranking"]
    assert {step.files for step in steps} == {12} and all(step.queries for step in steps)
    assert MeritLine.objects.filter(merit_list__position=round_.post).count() == 12


def test_a_hall_is_let_in(position, hr_officer, oversight, robot, monkeypatch):
    monkeypatch.setattr(exam, "officer", lambda: hr_officer)
    sittings = exam.let_in(3)
    assert len({sitting.application.candidate_id for sitting in sittings}) == 3
    assert all(sitting.identified_at and sitting.paper.opened_at for sitting in sittings)
