"""A body that observes, the people it sends, and the stages of a post."""

import datetime

import pytest
from django.utils import timezone

from positions.actions.posts import freeze
from recruitment.accounts.roles import Role
from screening.oversight import actions
from screening.oversight.models import Body, Mandate
from screening.oversight.states import BodyKind
from screening.stages import actions as stages
from screening.stages.models import Stage
from screening.stages.states import Gate
from tests import assessments, factories

DAY = datetime.timedelta(days=1)
REASON = "The panel saw the names on the papers."
GROUND = "The papers were marked again under new codes."


@pytest.fixture
def body(db) -> Body:
    return Body.objects.create(
        kind=BodyKind.OBSERVER, country="CH", contact="office@institute.example", **assessments.five(name="Institute")
    )


@pytest.fixture
def auditors(db) -> Body:
    return Body.objects.create(kind=BodyKind.AUDITOR, country="SG", contact="office@audit.example", **assessments.five(name="Audit"))


@pytest.fixture
def mandated(security_administrator):
    """Send a person, by the verb."""

    def send(person, body: Body, **told) -> Mandate:
        given = {"until": timezone.now() + 30 * DAY, "reason": "Sent for the round.", **told}
        return actions.grant(body, person=person, by=security_administrator, **given)

    return send


@pytest.fixture
def observer(oversight, body, mandated):
    mandated(oversight, body)
    return oversight


@pytest.fixture
def auditor(auditors, mandated):
    person = factories.person("auditor", Role.OVERSIGHT_OBSERVER)
    mandated(person, auditors)
    return person


@pytest.fixture
def lifters(body, mandated) -> list:
    """Three who are named to lift stops."""
    people = [factories.person(f"lifter_{number}", Role.OVERSIGHT_OBSERVER, language="zh-hans") for number in range(3)]
    for person in people:
        mandated(person, body, lifts_stops=True)
    return people


@pytest.fixture
def stage(position, hr_officer) -> Stage:
    """The qualification check of a post whose rules are fixed and whose deadline has passed."""
    freeze(position.round, by=hr_officer)
    stages.lay_out(position)
    type(position).objects.filter(pk=position.pk).update(closes_at=timezone.now() - DAY)
    return stage_of(position)


def stage_of(position, gate: str = Gate.QUALIFICATION) -> Stage:
    return Stage.objects.select_related("position__department", "position__round").get(position=position, gate=gate)


@pytest.fixture
def stopped(stage, observer, lifters) -> Stage:
    actions.stop(stage, reason=REASON, by=observer)
    return stage_of(stage.position)


@pytest.fixture
def looked_at(stage, hr_officer) -> Stage:
    """The stage with its quality report."""
    return stages.record_quality(stage, digest="0" * 64, reds=[], by=hr_officer)
