"""Files of one post that passed test and interview, with given scores."""

from decimal import Decimal

import pytest

from screening.applications.models import Application
from screening.merit import actions
from screening.merit.models import MeritList
from tests import assessments


@pytest.fixture
def ranked(position, hr_officer):
    """Make files with (competence, cross-cultural) scores; the post has two vacancies."""

    def make(*scores: tuple[str, str]) -> list[Application]:
        files = [
            assessments.file(
                position, number, "assessed", competence_score=Decimal(one), crosscultural_score=Decimal(other), composite=None, rank=None
            )
            for number, (one, other) in enumerate(scores)
        ]
        assessments.close_stages(position, by=hr_officer)
        return files

    return make


@pytest.fixture
def files(ranked) -> list[Application]:
    """Six with overall scores of 90, 80, 75, 70, 65 and 60, in this order."""
    return ranked(("90", "90"), ("80", "80"), ("75", "75"), ("70", "70"), ("65", "65"), ("60", "60"))


@pytest.fixture
def drafted(files, position, hr_officer) -> MeritList:
    return actions.draw_up(position, by=hr_officer)


@pytest.fixture
def closed(drafted, second_hr_officer) -> MeritList:
    actions.close(drafted, by=second_hr_officer)
    return MeritList.objects.get(pk=drafted.pk)
