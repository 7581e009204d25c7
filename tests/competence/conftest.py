"""A paper, its panel, and how far one candidate is with it."""

import pytest

from screening.assessors.states import PanelKind
from screening.competence import actions
from screening.competence.models import Marking, Paper, Sitting
from tests import assessments


@pytest.fixture
def draft_paper(position, hr_officer) -> Paper:
    return assessments.draft_paper(position, author=hr_officer)


@pytest.fixture
def paper(draft_paper, hr_officer) -> Paper:
    """Sealed; its hour has come."""
    return actions.seal(draft_paper, by=hr_officer)


@pytest.fixture
def panel(position, hr_officer, assessor, second_assessor, third_assessor):
    return assessments.panel(position, PanelKind.MARKING, members=[assessor, second_assessor, third_assessor], by=hr_officer)


@pytest.fixture
def sitting(paper, qualified, hr_officer) -> Sitting:
    """Invited to a paper that is open, and identified; not started."""
    actions.invite(paper, by=hr_officer)
    return assessments.admitted(assessments.sitting(paper, qualified))


@pytest.fixture
def started(sitting, candidate) -> Sitting:
    return Sitting.objects.get(pk=actions.start(sitting, by=candidate).pk)


@pytest.fixture
def handed_in(paper, sitting, qualified) -> Sitting:
    return Sitting.objects.get(pk=assessments.handed_in(paper, qualified).pk)


@pytest.fixture
def markings(handed_in, paper, panel, hr_officer) -> list[Marking]:
    """The two drawn markers' empty sheets."""
    actions.assign(paper, by=hr_officer)
    return list(handed_in.markings.order_by("ordinal"))
