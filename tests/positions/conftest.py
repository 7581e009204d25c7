"""Posts as the planning office has them: a complete draft, one that was reviewed, one that is public."""

import pytest
from django.utils import translation

from positions import actions
from positions.models import Position
from tests import factories


@pytest.fixture(autouse=True)
def _in_english():
    """A page that was asked for in another language leaves it behind in the thread."""
    with translation.override("en"):
        yield


@pytest.fixture
def drafted(department, hr_officer) -> Position:
    """Complete, written by the HR officer, not reviewed."""
    return Position.objects.get(pk=factories.planned_position(department, author=hr_officer).pk)


@pytest.fixture
def reviewed(drafted, second_hr_officer) -> Position:
    return actions.review(drafted, by=second_hr_officer, note="All items read.")


@pytest.fixture
def published(reviewed, hr_officer) -> Position:
    return actions.publish(reviewed, by=hr_officer)
