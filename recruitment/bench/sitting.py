"""Three hundred candidates write at once, each saved every few seconds as the page does it, and hand in at the deadline."""

import datetime
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from random import Random

import requests
from django.conf import settings
from django.db import connections
from django.utils import timezone

from recruitment.bench import exam
from recruitment.bench.kept import Kept, Place, Told, doubled, lost, unsent
from recruitment.bench.rush import fields
from recruitment.bench.server import session_of
from recruitment.ledger.commitments import canonical
from recruitment.ledger.models import Leaf
from screening.competence.actions.sittings import handed_in
from screening.competence.models import Answer, Sitting
from screening.competence.states import SittingState

# Seconds between two saves of one person; the page itself asks again after five when a save failed, and waits eight for an answer.
PAUSE = (3.0, 8.0)
AGAIN = 5.0
PATIENCE = 8.0
# So long somebody waits for a page.
PAGE_PATIENCE = 60.0
# Everybody has begun after so many seconds; the last third leaves handing in to the clock.
ARRIVAL = 20.0
BY_CLOCK = 3
WORDS = "情况分析 措施 Abwägung der Belange 期限と担当 검토 의견 and a weighed proposal in three steps. "


@dataclass(frozen=True)
class Request:
    """One request: how long it took, its status (0 is no answer), and whether that is what the page waits for."""

    span: float
    status: int
    is_good: bool


@dataclass(frozen=True)
class Came:
    """What came of a sitting."""

    people: int
    seconds: float
    saves: list[Request]
    others: list[Request]
    longest_gap: float
    answers: int
    lost: int
    unsent: int
    doubled: int
    handed_in: int
    receipts: int

    @property
    def failed(self) -> Counter[int]:
        """How many requests failed, by status."""
        return Counter(row.status for row in (*self.saves, *self.others) if not row.is_good)


class Candidate:
    """One browser: it keeps what is written and sends it with the same version until it is acknowledged."""

    def __init__(self, url: str, sitting: Sitting, *, session: str):
        self.sitting, self.root, self.luck = sitting, f"{url}/en/tests/{sitting.uuid}", Random(sitting.pk)
        self.saves: list[Request] = []
        self.others: list[Request] = []
        self.told: dict[Place, Told] = {}
        self.texts: dict[int, str] = {}
        self.dirty: dict[int, int] = {}
        self.waiting_since, self.longest_gap, self.count = 0.0, 0.0, 0
        self.browser = requests.Session()
        self.browser.cookies.set(settings.SESSION_COOKIE_NAME, session)

    def begin(self) -> None:
        """Press the button that starts the clock, and read the page of the answers."""
        time.sleep(self.luck.uniform(0, ARRIVAL / 2))
        start = self._page("start/")
        self._ask("post", "start/", data=start)
        page = self._page("answers/")
        self.first, self.token = int(page["version"]), page["csrfmiddlewaretoken"]
        self.tasks = [int(name.removeprefix("answer_")) for name in page if name.startswith("answer_")]

    def _page(self, path: str) -> dict[str, str]:
        answer = self._ask("get", path)
        if answer is None or answer.status_code != 200:
            raise RuntimeError(f"{path} was not shown: {answer.status_code if answer is not None else 'no answer'}")
        return fields(answer)

    def write(self, until: float) -> None:
        """Write and save until the end, then hand in or leave it to the clock."""
        while True:
            pause = AGAIN if self.dirty else self.luck.uniform(*PAUSE)
            time.sleep(max(0.0, min(pause, until - time.monotonic())))
            if not self.dirty:
                self._type()
            self._save()
            if time.monotonic() >= until:
                break
        for _try in range(4):
            if not self.dirty:
                break
            time.sleep(1)
            self._save()
        if self.sitting.pk % BY_CLOCK:
            self._ask("post", "hand-in/", data={"csrfmiddlewaretoken": self.token})

    def _type(self) -> None:
        task = self.luck.choice(self.tasks)
        self.count += 1
        self.texts[task] = self.texts.get(task, "") + WORDS * self.luck.randrange(1, 4) + f"{self.count}. "
        self.dirty[task] = self.first + self.count
        self.told.setdefault((self.sitting.pk, task), Told()).sent[self.dirty[task]] = self.texts[task]
        self.waiting_since = time.monotonic()

    def _save(self) -> None:
        answers = {task: {"text": self.texts[task], "version": version} for task, version in self.dirty.items()}
        answer = self._ask("post", "hear/", json={"answers": answers}, headers={"X-CSRFToken": self.token}, told=self.saves)
        self.longest_gap = max(self.longest_gap, time.monotonic() - self.waiting_since)
        if answer is None or answer.status_code != 200:
            return
        for task, version in answer.json()["kept"].items():
            self.told[self.sitting.pk, int(task)].acknowledged = version
            self.dirty.pop(int(task), None)

    def _ask(self, verb: str, path: str, *, told: list[Request] | None = None, **sent) -> requests.Response | None:
        begun, answer, patience = time.monotonic(), None, PAGE_PATIENCE if told is None else PATIENCE
        with suppress(requests.RequestException):
            answer = self.browser.request(verb, f"{self.root}/{path}", timeout=patience, allow_redirects=False, **sent)
        status, good = answer.status_code if answer is not None else 0, (200, 302) if told is None else (200,)
        (self.others if told is None else told).append(Request(time.monotonic() - begun, status, status in good))
        return answer


@dataclass(frozen=True)
class Fault:
    """Something that happens so many seconds after the writing began."""

    at: float
    name: str
    befall: Callable[[], None]


def run(url: str, *, people: int, seconds: float, faults: Sequence[Fault] = (), look_after: Callable[[], None] = lambda: None) -> Came:
    """Let so many write for so long; what befalls the portal meanwhile is looked after here, for its servers die with their thread."""
    sittings = exam.let_in(people)
    crowd = [Candidate(url, sitting, session=session_of(sitting.application.candidate.email)) for sitting in sittings]
    with ThreadPoolExecutor(people) as hall:
        _attend([hall.submit(each.begin) for each in crowd], look_after)
        _set_deadline(sittings, seconds)
        begun = time.monotonic()
        writing = [hall.submit(each.write, begun + seconds - each.luck.uniform(0, 2)) for each in crowd]
        _attend(writing, look_after, [Fault(begun + fault.at, fault.name, fault.befall) for fault in faults])
    connections.close_all()
    _await_clock(sittings, look_after)
    return _counted(crowd, seconds)


def _attend(running: list, look_after: Callable[[], None], faults: Sequence[Fault] = ()) -> None:
    left = list(faults)
    while wait(running, timeout=0.2).not_done:
        look_after()
        while left and time.monotonic() >= left[0].at:
            left.pop(0).befall()
    for each in running:
        each.result()


def _set_deadline(sittings: list[Sitting], seconds: float) -> None:
    ends_at = timezone.now() + datetime.timedelta(seconds=seconds)
    Sitting.objects.filter(pk__in=[sitting.pk for sitting in sittings]).update(ends_at=ends_at)


def _await_clock(sittings: list[Sitting], look_after: Callable[[], None]) -> None:
    """The beat asks every half minute for what ran out of time."""
    writing = Sitting.objects.filter(pk__in=[sitting.pk for sitting in sittings], state=SittingState.STARTED)
    deadline = time.monotonic() + 120
    while writing.exists() and time.monotonic() < deadline:
        look_after()
        time.sleep(1)


def _counted(crowd: list[Candidate], seconds: float) -> Came:
    told = {place: word for each in crowd for place, word in each.told.items()}
    keys = [each.sitting.pk for each in crowd]
    rows = list(Answer.objects.filter(sitting__in=keys))
    kept = {(row.sitting_id, row.task_id): Kept(row.version, row.text) for row in rows}
    done = list(Sitting.objects.filter(pk__in=keys, state=SittingState.HANDED_IN).select_related("paper"))
    leaves = list(Leaf.objects.filter(kind="sitting", reference__in=[str(row.uuid) for row in done]).values_list("reference", flat=True))
    return Came(
        people=len(crowd),
        seconds=seconds,
        saves=[row for each in crowd for row in each.saves],
        others=[row for each in crowd for row in each.others],
        longest_gap=max(each.longest_gap for each in crowd),
        answers=len(rows),
        lost=len(lost(told, kept)),
        unsent=len(unsent(told)),
        doubled=doubled((row.sitting_id, row.task_id) for row in rows) + doubled(leaves),
        handed_in=len(done),
        receipts=sum(sha256(canonical(handed_in(row))).hexdigest() == row.receipt for row in done),
    )
