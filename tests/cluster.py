"""One PostgreSQL and one Valkey for all test processes of this checkout, kept by a process of their own.

Every test process holds a shared lock for as long as it lives, however it ends; the keeper ends the servers a moment
after the last one is gone. Each process gets databases of its own, so that none sees another's rows or messages.
"""

import atexit
import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from recruitment import embedded
from recruitment.embedded.processes import let_go

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / ".data" / "test"
GRACE = 3.0
SLOTS = range(1, 32)
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_connections": "200",
    "shared_buffers": "256MB",
}
held: list[IO[str]] = []


@atexit.register
def leave() -> None:
    for handle in held:
        handle.close()


def lock(name: str, kind: int) -> IO[str]:
    """A lock that ends with this process; whoever must wait for it waits."""
    handle = (FOLDER / name).open("a")
    try:
        fcntl.flock(handle, kind)
    except BlockingIOError:
        handle.close()
        raise
    return handle


@contextmanager
def alone(name: str) -> Iterator[None]:
    """Only one process at a time does what is inside."""
    with lock(name, fcntl.LOCK_EX):
        yield


def join() -> embedded.Services:
    """The running servers, started when nobody has; this process counts as their user until it ends."""
    FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
    with alone("join.lock"):
        held.append(lock("users.lock", fcntl.LOCK_SH))
        services = embedded.running(FOLDER)
        return services or started()


def started() -> embedded.Services:
    with (FOLDER / "keeper.log").open("wb") as words:
        keeper = subprocess.Popen(
            [sys.executable, "-m", "tests.cluster"],
            cwd=ROOT, stdin=subprocess.DEVNULL, stdout=words, stderr=words, start_new_session=True,
        )  # fmt: skip
    while (services := embedded.running(FOLDER)) is None:
        if keeper.poll() is not None:
            raise RuntimeError(f"The test servers did not start:\n{(FOLDER / 'keeper.log').read_text()}")
        time.sleep(0.02)
    let_go(keeper)
    return services


def take_slot() -> int:
    """A number that no other living test process has, for databases of the broker."""
    for number in SLOTS:
        try:
            held.append(lock(f"slot-{number}.lock", fcntl.LOCK_EX | fcntl.LOCK_NB))
        except BlockingIOError:
            continue
        return number
    raise RuntimeError(f"More than {len(SLOTS)} test processes at once.")


def is_used() -> bool:
    try:
        lock("users.lock", fcntl.LOCK_EX | fcntl.LOCK_NB).close()
    except BlockingIOError:
        return True
    return False


def keep() -> None:
    """Run the servers while somebody uses them."""
    services = embedded.start(FOLDER, FAST)
    needed_until = time.monotonic() + GRACE
    while services.alive() and FOLDER.exists():
        if is_used():
            needed_until = time.monotonic() + GRACE
        elif time.monotonic() > needed_until:
            break
        time.sleep(0.5)
    if FOLDER.exists():
        with alone("users.lock"):
            services.stop()
    else:
        services.stop()


if __name__ == "__main__":
    os.umask(0o077)
    keep()
