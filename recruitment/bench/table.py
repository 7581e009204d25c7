"""The tables of speed, in Markdown."""

import time
from collections.abc import Iterator, Sequence

from django.db import connections

from recruitment.bench import crowd, press, rush
from recruitment.bench.pages import Page, pages
from recruitment.bench.server import Figure, Server
from screening.applications.models import Application

BARE = Page("bare table", "/bare-table/", None)


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
