"""Ten thousand files of one post: how long its great steps take, and whether its pages ask more of the database than for ten."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

from django.db import connection, connections
from django.test import Client
from django.utils import timezone

from positions.models import Position
from recruitment.accounts.models import User
from recruitment.bench import crowd, exam
from recruitment.bench.pages import dossier_of
from screening.applications.models import Application
from screening.applications.states import Gate, State
from screening.competence import actions as competence
from screening.competence.models import Answer, Marking, Paper, Sitting, Task
from screening.competence.states import SittingState
from screening.merit import actions as merit

FEW = 10
MARKERS = 40
ASKED = 5

# Danger: what only measurements may do, a thousand files in one breath: nobody decided anything.
LOCK = """
update competence_marking m set state = 'locked', locked_at = now(),
  total = 35 + abs(hashtext(m.sitting_id::text)) %% 55 + abs(hashtext(m.id::text)) %% 10
from competence_sitting s where s.id = m.sitting_id and s.paper_id = %s and m.state = 'drafted'
"""
DECIDE = """
update applications_application set competence_on = current_date,
  competence_gate = case when id %% 10 < 7 then 'passed' else 'not_passed' end where position_id = %s
"""
ASSESS = """
update applications_application set state = 'assessed', competence_gate = 'passed', crosscultural_gate = 'passed', crosscultural_on = current_date,
  competence_score = 60 + (id * 7919 %% 4000) / 100.0, crosscultural_score = 60 + (id * 104729 %% 4000) / 100.0 where position_id = %s
"""
CLOSE = """
update stages_stage set state = 'closed', closed_at = now(), closed_by_id = %s, red_reason = 'measured'
where position_id = %s and gate <> 'merit'
"""


@dataclass(frozen=True)
class Step:
    """One great step: over how many files, how long it took, of that in this process, how often it asked the database."""

    name: str
    files: int
    seconds: float
    cpu: float
    queries: int


@dataclass(frozen=True)
class Look:
    """One page: how often it asks the database, and ms of CPU in this process."""

    queries: int
    cpu: float


@contextmanager
def counted() -> Iterator[list[int]]:
    """How many queries were asked inside, as the one number of a list."""
    number = [0]

    def count(execute, *told):
        number[0] += 1
        return execute(*told)

    with connection.execute_wrapper(count):
        yield number


def timed(name: str, files: int, act: Callable[[], object]) -> Step:
    begun, used = time.perf_counter(), time.process_time()
    with counted() as number:
        act()
    return Step(name, files, time.perf_counter() - begun, time.process_time() - used, number[0])


class Round:
    """One post with its paper and markers, which fills up."""

    def __init__(self) -> None:
        self.hr = exam.officer()
        self.post = crowd.add_post(by=self.hr)
        self.paper = exam.set_paper(self.post, by=self.hr)
        self.panel = exam.seat_markers(self.post, MARKERS, by=self.hr)

    @property
    def files(self) -> int:
        return Application.objects.for_position(self.post).count()

    def fill(self, number: int) -> None:
        """Up to so many files, each with a script that was handed in."""
        added = crowd.add_to(self.post, number - self.files, State.QUALIFIED)
        codes = Application.objects.filter(pk__in=added).values_list("pk", "candidate_code")
        sittings = Sitting.objects.bulk_create([_handed_in(self.paper, key, code) for key, code in codes], batch_size=crowd.BATCH)
        task = Task.objects.filter(paper=self.paper).first()
        Answer.objects.bulk_create([Answer(sitting=row, task=task, text="A weighed proposal.") for row in sittings], batch_size=crowd.BATCH)
        _look_again()

    def pages(self) -> dict[str, Look]:
        """HR's pages and those of one marker, as they stand."""
        file = Application.objects.for_position(self.post).order_by("pk").first()
        marker = User.objects.get(pk=Marking.objects.filter(sitting__paper=self.paper).order_by("pk").values("marker")[:1])
        chair = self.panel.memberships.get(is_chair=True).assessor
        return {
            "HR's board": look("/admin/board/", self.hr),
            "HR's queue": look("/admin/queue/", self.hr),
            "HR's list": look(f"/admin/applications/application/?q={self.post.reference}", self.hr),
            "dossier of a file": look(dossier_of(file), self.hr),
            "papers to mark": look("/en/marking/", marker),
            "scripts of the chair": look("/en/marking/moderation/", chair),
        }

    def steps(self) -> Iterator[Step]:
        """From the scripts to the ranking."""
        number = self.files
        yield timed("scripts given to markers", number, lambda: competence.assign(self.paper, by=self.hr))
        _do(LOCK, [self.paper.pk])
        _do(DECIDE, [self.post.pk])
        _look_again()
        for gate in (Gate.COMPETENCE, Gate.QUALIFICATION, Gate.CROSSCULTURAL):
            yield timed(f"quality report: {gate.value}", number, lambda gate=gate: merit.report(self.post, gate=gate, by=self.hr))
        _do(ASSESS, [self.post.pk])
        _do(CLOSE, [self.hr.pk, self.post.pk])
        _look_again()
        post = Position.objects.get(pk=self.post.pk)
        yield timed("composite and ranking", number, lambda: merit.draw_up(post, by=self.hr))


def _handed_in(paper: Paper, application: int, code: str) -> Sitting:
    sitting = Sitting(paper=paper, application_id=application, code=code, form="A", state=SittingState.HANDED_IN)
    sitting.started_at, sitting.submitted_at = paper.opens_at, timezone.now()
    sitting.ends_at = paper.closes_at
    return sitting


def look(path: str, reader: User) -> Look:
    """Ask in this process: no network, the same database."""
    client, spans = Client(SERVER_NAME="127.0.0.1"), []
    client.force_login(reader)
    for _time in range(ASKED + 1):
        begun = time.process_time()
        with counted() as number:
            answer = client.get(path)
        spans.append(1000 * (time.process_time() - begun))
        if answer.status_code != 200:
            raise RuntimeError(f"{answer.status_code} from {path}")
    return Look(number[0], median(spans[1:]))


def _do(statement: str, told: list) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, told)


def _look_again() -> None:
    """The database looks at what it has now, as it does by itself every minute."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
