"""The children of the supervisor: web, worker and beat, each started again when it dies."""

import os
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import Popen

from recruitment.embedded.processes import await_end, command_of, spawn

ROOT = Path(__file__).resolve().parents[2]
LONGEST_PAUSE = 30.0
SETTLED_AFTER = 60.0
LOG_BYTES = 5 * 2**20


def commands(port: int, data: Path) -> dict[str, list[str]]:
    """What the portal consists of, beside its servers."""
    celery = [sys.executable, "-m", "celery", "--app", "recruitment"]
    gunicorn = [sys.executable, "-m", "gunicorn", "recruitment.wsgi", "--bind", f"127.0.0.1:{port}", "--no-control-socket"]
    return {
        "web": [*gunicorn, "--worker-class", "gthread", "--workers", "2", "--threads", "4", "--preload", "--graceful-timeout", "3"],
        "worker": [*celery, "worker", "--concurrency", "2", "--loglevel", "INFO", "--without-gossip", "--without-mingle"],
        "beat": [*celery, "beat", "--loglevel", "INFO", "--schedule", str(data / "beat"), "--pidfile="],
    }


@dataclass
class Child:
    """One process that belongs to the portal, and how often it has died of late."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    process: Popen[bytes] | None = None
    started_at: float = 0.0
    due_at: float = 0.0
    pause: float = field(default=1.0)

    def start(self) -> None:
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.replace(self.log.with_suffix(".log.1"))
        self.process = spawn(self.command, log=self.log, last_word=signal.SIGTERM, environment=self.environment, cwd=ROOT)
        self.started_at = time.monotonic()
        print(f"{self.name}: started (process {self.process.pid})")

    def look_after(self) -> None:
        """Start it again when it died, each time a little later, so that a broken one does not burn the machine."""
        if self.process is None:
            if time.monotonic() >= self.due_at:
                self.start()
            return
        code = self.process.poll()
        if code is None:
            return
        kill_group(self.process.pid)
        if time.monotonic() - self.started_at > SETTLED_AFTER:
            self.pause = 1.0
        print(f"{self.name}: ended with code {code}, starts again in {self.pause:.0f} s (its words: {self.log})")
        self.process, self.due_at = None, time.monotonic() + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)


def end_all(pids: Sequence[int], seconds: float = 5.0) -> None:
    """Ask every leader at once to finish what it is doing; after that time whatever is left of their groups is killed."""
    deadline = time.monotonic() + seconds
    for pid in pids:
        if command_of(pid):
            os.kill(pid, signal.SIGTERM)
    for pid in pids:
        await_end(pid, max(0.0, deadline - time.monotonic()))
        kill_group(pid)


def kill_group(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
