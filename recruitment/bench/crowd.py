"""A crowd of invented applications, written in bulk: for measurements, not for walking through."""

import datetime
import time
import uuid
from collections.abc import Mapping
from decimal import Decimal
from random import Random

from django.db import transaction
from django.utils import timezone

from positions.models import Position
from recruitment.accounts.models import User
from screening.applications import states
from screening.applications.models import Application, Identity
from screening.applications.states import GateResult, Sex, State
from screening.assessors.queries import run_by

BATCH = 2000
# How a programme in full swing is spread over the states, in per cent.
SPREAD = {
    State.SUBMITTED: 42, State.RETURNED: 6, State.QUALIFIED: 14, State.TESTED: 9, State.ASSESSED: 8, State.RESERVED: 2, State.REJECTED: 14, State.WITHDRAWN: 5,
}  # fmt: skip
GATES = (
    ("qualification", states.NEEDS_QUALIFICATION),
    ("competence", states.NEEDS_COMPETENCE),
    ("crosscultural", states.NEEDS_CROSSCULTURAL),
)


def add(number: int, *, tell=lambda line: None) -> int:
    """Add so many applications to the posts that are there; gives how many the portal has now."""
    posts = list(Position.objects.public())
    if not posts:
        raise ValueError("There is no published post to apply for; load the demonstration first.")
    luck, first = Random(number), Application.objects.count()
    for start in range(0, number, BATCH):
        with transaction.atomic():
            _batch([first + start + offset for offset in range(min(BATCH, number - start))], posts, luck)
        tell(f"{min(start + BATCH, number)} of {number}")
    return Application.objects.count()


@transaction.atomic
def add_posts(number: int) -> int:
    """Copy the published posts, with what they ask, until there are so many; gives how many there are now."""
    models = list(Position.objects.public().order_by("pk"))
    first = Position.objects.public().count()
    for each in range(first, number):
        _copy(models[each % len(models)], f"SH-P-{each:06d}")
    return Position.objects.public().count()


def _copy(model: Position, reference: str) -> Position:
    """A post like that one, with what it asks."""
    rows = [*model.rules.all(), *model.required_documents.all()]
    copy = Position.objects.get(pk=model.pk)
    copy.pk, copy.uuid, copy.reference = None, uuid.uuid4(), reference
    copy.save(force_insert=True)
    for row in rows:
        row.pk, row.position = None, copy
        row.save(force_insert=True)
    return copy


@transaction.atomic
def add_post(*, by: User) -> Position:
    """One more post in a department of somebody from HR, for which nobody has applied."""
    model = Position.objects.public().filter(run_by(by, "")).order_by("pk").first()
    if model is None:
        raise ValueError(f"{by} looks after no published post; load the demonstration first.")
    return _copy(model, f"SH-B-{time.time_ns() % 10**12:012d}")


def add_to(post: Position, number: int, state: State) -> list[int]:
    """Add so many applications in one state to one post; gives their keys."""
    before, luck = set(Application.objects.for_position(post).values_list("pk", flat=True)), Random(number)
    first = Application.objects.count()
    for start in range(0, number, BATCH):
        with transaction.atomic():
            _batch([first + start + offset for offset in range(min(BATCH, number - start))], [post], luck, {state: 1})
    return sorted(set(Application.objects.for_position(post).values_list("pk", flat=True)) - before)


def _batch(numbers: list[int], posts: list[Position], luck: Random, spread: Mapping[State, int] = SPREAD) -> None:
    people = User.objects.bulk_create(
        [User(email=f"crowd-{key}@load.invalid", password="!", display_name=f"Candidate {key}", language="en") for key in numbers]
    )
    chosen = luck.choices(list(spread), weights=list(spread.values()), k=len(numbers))
    files = [_file(key, person, luck.choice(posts), state, luck) for key, person, state in zip(numbers, people, chosen, strict=True)]
    files = Application.objects.bulk_create(files)
    names = [_name(luck) for _file_ in files]
    Identity.objects.bulk_create(
        [
            Identity(application=file, full_name_latin=name, nationality=luck.choice(("DE", "JP", "KR", "FR", "BR", "KE")), **_person(luck))
            for file, name in zip(files, names, strict=True)
        ]
    )


def _file(key: int, person: User, post: Position, state: State, luck: Random) -> Application:
    moved = timezone.now() - datetime.timedelta(minutes=luck.randrange(60 * 24 * 30))
    file = Application(candidate=person, position=post, language="en", state=state, reference=f"SH-{moved.year}-L{key:07d}")
    file.submitted_at = file.created_at = file.moved_at = moved
    for gate, needed in GATES:
        if state in needed:
            setattr(file, f"{gate}_gate", GateResult.PASSED)
            setattr(file, f"{gate}_on", moved.date())
    file.correction_due_on = moved.date() + datetime.timedelta(days=30) if state == State.RETURNED else None
    file.ended_at = moved if state in states.ENDED else None
    if state in states.NEEDS_COMPETENCE:
        file.competence_score = Decimal(luck.randrange(6000, 10_000)) / 100
    if state in states.NEEDS_CROSSCULTURAL:
        file.crosscultural_score = Decimal(luck.randrange(6000, 10_000)) / 100
    return file


def _person(luck: Random) -> dict:
    return {"sex": luck.choice((Sex.MALE, Sex.FEMALE)), "birth_date": datetime.date(luck.randrange(1972, 2000), luck.randrange(1, 13), 1)}


FAMILY = ("Müller", "Tanaka", "Kim", "Silva", "Okoye", "Nguyễn", "Kowalska", "Rossi", "García", "Lindqvist")
GIVEN = ("Anna", "Kenji", "Min-jun", "João", "Ngozi", "Thảo", "Zofia", "Luca", "Carmen", "Elsa")


def _name(luck: Random) -> str:
    return f"{luck.choice(GIVEN)} {luck.choice(FAMILY)}-{luck.randrange(10**4)}"
