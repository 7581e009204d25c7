"""Six members, and a review that waits for them."""

import pytest

from recruitment.accounts.roles import Role
from screening.security import actions
from screening.security.models import Review
from tests import factories


@pytest.fixture
def members(security_administrator):
    people = [factories.person(f"member_{number}", Role.SECURITY_REVIEWER) for number in range(6)]
    for person in people:
        actions.admit(person, reason="pilot", by=security_administrator)
    return people


@pytest.fixture
def review(nominated, robot):
    actions.open_due(by=robot)
    return Review.objects.get(application_uuid=nominated.uuid)
