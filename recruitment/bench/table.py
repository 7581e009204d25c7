"""The tables of speed, in Markdown."""

import time
from collections.abc import Iterator, Sequence

from django.db import connections

from recruitment.bench import crowd, press, rush, sitting, volume
from recruitment.bench.pages import Page, pages
from recruitment.bench.portal import Portal
from recruitment.bench.server import Figure, Server
from screening.applications.models import Application
from screening.competence import actions as competence

BARE = Page("bare table", "/bare-table/", None)
BROKER_AWAY = 10.0


def speed_table(server: Server, sizes: Sequence[tuple[int, int]], *, number: int) -> Iterator[str]:
    """Every page at every size (posts, applications), with its CPU beside the bare table of the same run; line by line."""
    yield "| page | target | posts | applications | queries | requests/s | p50 ms | p99 ms | CPU ms | × bare |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for posts, applications in sizes:
        size = f"{_filled(posts, applications)} | {Application.objects.count():,}"
        bare = server.measure(BARE, number=number)
        yield _line(bare, "", size, bare.cpu)
        for page in pages():
            yield _line(server.measure(page, number=number), page.target, size, bare.cpu)


def _filled(posts: int, applications: int) -> int:
    """Fill up to these sizes and let the database look at what it has now; gives how many posts there are."""
    there = crowd.add_posts(posts)
    missing = applications - Application.objects.count()
    if missing > 0:
        crowd.add(missing)
    with connections["owner"].cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    return there


def _line(figure: Figure, target: str, size: str, bare: float) -> str:
    ratio = figure.cpu / bare if bare else 0
    return (
        f"| {figure.name} | {target} | {size} | {figure.queries} | {figure.rate:.0f} | {figure.p50:.1f} | {figure.p99:.1f} "
        f"| {figure.cpu:.1f} | {ratio:.2f} |"
    )


def press_table(sizes: Sequence[int]) -> Iterator[str]:
    """Processor time and peak memory of printed notices, the press warm."""
    press.notice(5)
    yield "| names on the notice | CPU s | peak MiB | KiB |"
    yield "| --- | --- | --- | --- |"
    for names in sizes:
        seconds, peak, size = press.notice(names)
        yield f"| {names:,} | {seconds:.1f} | {peak:.0f} | {size // 1024} |"


def rush_table(url: str, *, people: int) -> Iterator[str]:
    """What a deadline rush leaves behind: nobody lost, nobody doubled."""
    rush.run(url, people=4, pause=(0, 0))
    begun = time.perf_counter()
    came = rush.run(url, people=people)
    wall, spans = time.perf_counter() - begun, came.spans
    yield "| candidates at once | requests | requests/s | p50 ms | p99 ms | answers | handed in | numbers | versions |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    answers = ", ".join(f"{number} × {status}" for status, number in sorted(came.statuses.items()))
    middle, late = 1000 * spans[len(spans) // 2], 1000 * spans[int(len(spans) * 0.99)]
    yield (
        f"| {people} | {len(spans):,} | {len(spans) / wall:.0f} | {middle:.0f} | {late:.0f} | {answers} "
        f"| {came.handed_in} | {came.numbers} | {came.versions} |"
    )


def sitting_table(portal: Portal, *, people: int, seconds: float) -> Iterator[str]:
    """A hall that writes, undisturbed and disturbed: nothing that was acknowledged is lost, nothing stands twice."""
    faults = (
        sitting.Fault(0.15 * seconds, "worker killed", portal.kill_worker),
        sitting.Fault(0.30 * seconds, "broker ended", portal.end_broker),
        sitting.Fault(0.30 * seconds + BROKER_AWAY, "broker back", portal.begin_broker),
        sitting.Fault(0.65 * seconds, "PostgreSQL restarted in immediate mode", portal.crash_database),
    )
    yield (
        "| sitting | candidates | s | saves | saves/s | p50 ms | p99 ms | failed | longest gap s | answers | acknowledged and lost "
        "| never acknowledged | doubled | handed in | receipts that hold |"
    )
    yield "| --- " * 15 + "|"
    portal.run(("worker", "beat"))
    try:
        for name, befalling in (("undisturbed", ()), ("worker killed, broker away for 10 s, PostgreSQL crashed", faults)):
            came = sitting.run(portal.url, people=people, seconds=seconds, faults=befalling, look_after=portal.look_after)
            yield _sitting_line(name, came)
    finally:
        portal.end(("beat", "worker"))


def _sitting_line(name: str, came: sitting.Came) -> str:
    spans = sorted(row.span for row in came.saves if row.is_good)
    failed = ", ".join(f"{number} × {status or 'no answer'}" for status, number in sorted(came.failed.items())) or "0"
    middle, late = 1000 * spans[len(spans) // 2], 1000 * spans[int(len(spans) * 0.99)]
    return (
        f"| {name} | {came.people} | {came.seconds:.0f} | {len(came.saves):,} | {len(came.saves) / came.seconds:.0f} | {middle:.0f} "
        f"| {late:.0f} | {failed} | {came.longest_gap:.1f} | {came.answers} | {came.lost} | {came.unsent} | {came.doubled} "
        f"| {came.handed_in} | {came.receipts} |"
    )


def volume_table(files: int) -> Iterator[str]:
    """The great steps of a post of so many files, and its pages at ten files and at all of them."""
    post = volume.Round()
    post.fill(volume.FEW)
    competence.assign(post.paper, by=post.hr)
    few = post.pages()
    post.fill(files)
    yield "| step | files | s | CPU s | queries |"
    yield "| --- | --- | --- | --- | --- |"
    many = {}
    for step in post.steps():
        yield f"| {step.name} | {step.files:,} | {step.seconds:.1f} | {step.cpu:.1f} | {step.queries:,} |"
        many = many or post.pages()
    yield ""
    yield f"| page | queries at {volume.FEW} files | at {files:,} | CPU ms at {volume.FEW} files | at {files:,} |"
    yield "| --- | --- | --- | --- | --- |"
    for name, look in many.items():
        yield f"| {name} | {few[name].queries} | {look.queries} | {few[name].cpu:.1f} | {look.cpu:.1f} |"
