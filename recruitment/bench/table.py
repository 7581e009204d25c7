"""The tables of speed, in Markdown."""

from collections.abc import Sequence

from recruitment.bench import crowd, press
from recruitment.bench.pages import Page, pages
from recruitment.bench.server import Figure, Server
from screening.applications.models import Application

BARE = Page("bare table", "/bare-table/", None)


def speed_table(server: Server, sizes: Sequence[int], *, number: int) -> str:
    """Every page at every size, with its CPU beside the bare table of the same run."""
    lines = [
        "| page | target | applications | queries | requests/s | p50 ms | p99 ms | CPU ms | × bare |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for size in sizes:
        missing = size - Application.objects.count()
        if missing > 0:
            crowd.add(missing)
        total = Application.objects.count()
        bare = server.measure(BARE, number=number)
        lines.append(_line(bare, "", total, bare.cpu))
        lines += [_line(server.measure(page, number=number), page.target, total, bare.cpu) for page in pages()]
    return "\n".join(lines)


def _line(figure: Figure, target: str, total: int, bare: float) -> str:
    ratio = figure.cpu / bare if bare else 0
    return (
        f"| {figure.name} | {target} | {total:,} | {figure.queries} | {figure.rate:.0f} | {figure.p50:.1f} | {figure.p99:.1f} "
        f"| {figure.cpu:.1f} | {ratio:.2f} |"
    )


def press_table(sizes: Sequence[int]) -> str:
    """Processor time and peak memory of printed notices, the press warm."""
    press.notice(5)
    lines = ["| names on the notice | CPU s | peak MiB | KiB |", "| --- | --- | --- | --- |"]
    for names in sizes:
        seconds, peak, size = press.notice(names)
        lines.append(f"| {names:,} | {seconds:.1f} | {peak:.0f} | {size // 1024} |")
    return "\n".join(lines)
