"""A competence test of a whole hall: a paper that is open, candidates who were let in, and markers."""

import datetime
import time

from django.utils import timezone

from positions.models import Position
from recruitment.accounts import actions as accounts
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.bench import crowd
from screening.applications.states import State
from screening.assessors import actions as assessors
from screening.assessors.models import Panel
from screening.assessors.states import PanelKind
from screening.competence import actions
from screening.competence.models import Paper, RubricLine, Sitting, Task
from screening.competence.queries import columns
from screening.competence.states import TaskKind

HR = "hr.jiang@demo.example.org"
TASKS = (TaskKind.CASE, TaskKind.WRITING)
MARKS = 50
HOURS = datetime.timedelta(hours=3)


def officer() -> User:
    """Who runs the test."""
    return User.objects.get(email=HR)


def set_paper(post: Position, *, by: User) -> Paper:
    """A complete paper of two tasks, sealed, and opened by two people; its hour is now."""
    now = timezone.now()
    stated = {"reference": f"BENCH-{time.time_ns()}", "position": post, "author": by, "minutes": 120}
    stated |= {"opens_at": now, "closes_at": now + HOURS}
    paper = Paper.objects.create(**stated, **_said(title="Paper", instructions="Two tasks."))
    for order, kind in enumerate(TASKS, start=1):
        task = Task.objects.create(paper=paper, order=order, kind=kind, max_marks=MARKS, **_said(title=f"Task {order}", prompt="Write."))
        anchors = _said(name="All", anchor_low="Little", anchor_mid="Half", anchor_high="All")
        RubricLine.objects.create(task=task, key="all", max=MARKS, **anchors)
    actions.seal(paper, by=by)
    actions.open(paper, by=by)
    actions.open(paper, by=User.objects.filter(assignments__role=Role.OVERSIGHT_OBSERVER).first())
    return Paper.objects.get(pk=paper.pk)


def _said(**texts: str) -> dict[str, str]:
    return {column: text for name, text in texts.items() for column in columns(name)}


def let_in(people: int) -> list[Sitting]:
    """So many candidates of one post, invited to its paper and identified; nobody has started."""
    by = officer()
    post = crowd.add_post(by=by)
    crowd.add_to(post, people, State.QUALIFIED)
    paper = set_paper(post, by=by)
    actions.invite(paper, by=by)
    paper.sittings.update(identified_at=timezone.now(), identified_by=by)
    return list(paper.sittings.select_related("application__candidate"))


def seat_markers(post: Position, number: int, *, by: User) -> Panel:
    """A marking panel of so many, each of whom has declared secrecy and impartiality."""
    panel, stamp = assessors.compose(post, kind=PanelKind.MARKING, by=by), time.time_ns()
    for place in range(number):
        person = User.objects.create(
            email=f"marker-{stamp}-{place}@load.invalid", password="!", display_name=f"Marker {place}", language="en"
        )
        accounts.grant(person, Role.ASSESSOR, by=User.objects.robot())
        assessors.seat(panel, assessor=person, institution=f"Institute {place % 6}", is_chair=place == 0, by=by)
        assessors.declare(post.round, language="en", by=person)
    return panel
