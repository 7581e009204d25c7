"""`make bench`: servers of its own, the demonstration, a growing crowd, and the table of speed."""

import os
import signal
import sys
import time
import urllib.request
from itertools import chain
from pathlib import Path

from recruitment import embedded
from recruitment.embedded.processes import free_port, spawn
from recruitment.run.children import commands, end_all
from recruitment.run.keys import demo_keys

# Posts, applications: each grows alone, so that a slower page tells by what.
SIZES = ((10, 100), (10, 10_000), (500, 10_000))
ASKED = 200
RUSH = 200


def main() -> None:
    """Everything is started here and ended here; sizes may be given as arguments, `10:100` for posts and applications."""
    data = Path(os.environ.get("PORTAL_DATA", ".data/bench")).resolve()
    sizes = tuple(_size(text) for text in sys.argv[1:]) or SIZES
    services = embedded.start(data)
    port = free_port()
    os.environ |= {**services.environment, **demo_keys(data), "PORTAL_DEMO": "1", "PORTAL_DATA": str(data), "PORT": str(port)}
    os.environ |= {"DJANGO_SETTINGS_MODULE": "recruitment.settings", "ROOT_URLCONF": "recruitment.bench.urls"}
    process = None
    try:
        _prepare()
        process = spawn(
            commands(port, data)["web"],
            log=data / "log" / "web.log",
            last_word=signal.SIGTERM,
            environment=dict(os.environ),
            cwd=Path.cwd(),
        )
        _await(f"http://127.0.0.1:{port}/healthz")
        _measure(process.pid, f"http://127.0.0.1:{port}", sizes)
    finally:
        if process is not None:
            end_all([process.pid])
        services.stop()


def _size(text: str) -> tuple[int, int]:
    posts, _colon, applications = text.partition(":")
    return int(posts), int(applications)


def _prepare() -> None:
    import django

    django.setup()
    from recruitment.run.preparation import prepare

    prepare()


def _await(address: str) -> None:
    for _try in range(120):
        try:
            urllib.request.urlopen(address, timeout=2)
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("The server did not answer.")


def _measure(pid: int, url: str, sizes: tuple[tuple[int, int], ...]) -> None:
    from recruitment.bench.server import Server
    from recruitment.bench.table import press_table, rush_table, speed_table

    tables = (speed_table(Server(pid, url), sizes, number=ASKED), rush_table(url, people=RUSH), press_table((50, 500, 5000)))
    for line in chain.from_iterable(chain(table, [""]) for table in tables):
        print(line, flush=True)


if __name__ == "__main__":
    main()
