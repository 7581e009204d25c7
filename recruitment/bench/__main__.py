"""`make bench`: servers of its own, the demonstration, a growing crowd, and the tables of speed and of what is never lost."""

import os
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from recruitment.bench.portal import Portal

# Posts, applications: each grows alone, so that a slower page tells by what.
SIZES = ((10, 100), (10, 10_000), (500, 10_000))
ASKED = 200
RUSH = 200
# One sitting: so many candidates for so many seconds.
HALL = 300
WRITING = 75.0
FILES = 10_000
PARTS = ("speed", "rush", "sitting", "volume", "press")


def main() -> None:
    """Every part, or those named as arguments; sizes may be given too: `speed 10:100` for posts and applications, `sitting 50` for people."""
    words = sys.argv[1:]
    sizes = tuple(_size(word) for word in words if ":" in word) or SIZES
    numbers = [int(word) for word in words if word.isdigit()]
    named = [word for word in words if word in PARTS]
    if unknown := [word for word in words if ":" not in word and not word.isdigit() and word not in PARTS]:
        raise SystemExit(f"There is no part {unknown[0]}: {', '.join(PARTS)}.")
    portal = Portal(Path(os.environ.get("PORTAL_DATA", ".data/bench")).resolve())
    try:
        _prepare()
        portal.run(("web",))
        for line in chain.from_iterable(chain(table, [""]) for table in _tables(portal, named or PARTS, sizes, numbers)):
            print(line, flush=True)
    finally:
        portal.stop()


def _size(text: str) -> tuple[int, int]:
    posts, _colon, applications = text.partition(":")
    return int(posts), int(applications)


def _prepare() -> None:
    import django

    django.setup()
    from recruitment.run.preparation import prepare

    prepare()


def _tables(portal: Portal, named, sizes, numbers: list[int]) -> Iterator[Iterator[str]]:
    """In one order, from what needs small tables to what leaves large ones."""
    from recruitment.bench.server import Server
    from recruitment.bench.table import press_table, rush_table, sitting_table, speed_table, volume_table

    number = numbers[0] if numbers else 0
    parts = {
        "speed": lambda: speed_table(Server(portal.web, portal.url), sizes, number=ASKED),
        "rush": lambda: rush_table(portal.url, people=number or RUSH),
        "sitting": lambda: sitting_table(portal, people=number or HALL, seconds=WRITING),
        "volume": lambda: volume_table(number or FILES),
        "press": lambda: press_table((50, 500, 5000)),
    }
    return (make() for part, make in parts.items() if part in named)


if __name__ == "__main__":
    main()
