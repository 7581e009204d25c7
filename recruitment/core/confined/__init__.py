"""Work on bytes that may be hostile, in a child process with limits of memory, processor time and clock time.

The child (`child.py`) is plain Python: no Django, no database, no keys, an empty environment. It loads one module by
path and calls its `work(header, body)`. A child that dies or is late is killed and the next job gets a new one.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import weakref
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

CHILD = Path(__file__).with_name("child.py")
MAX_ANSWER = 256 * 2**20


class Exhausted(Exception):
    """The child ran out of time or memory, or died."""


class Failed(Exception):
    """The child lives, but the work raised: the message is the exception's, for the log and not for people."""


@dataclass(frozen=True)
class Limits:
    """What one job may take: bytes of address space, seconds of processor and of clock; a child retires after `jobs`."""

    memory: int
    processor: int
    seconds: float
    jobs: int = 1


@dataclass
class Child:
    """At most one process that does one kind of job, one at a time; started at the first job, kept warm after it."""

    module: Path
    limits: Limits
    _process: subprocess.Popen | None = None
    _end: weakref.finalize | None = None
    _owner: int = 0
    _done: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def ask(self, header: dict, body: bytes = b"") -> tuple[dict, bytes]:
        """Let the child work; raises Exhausted or Failed. Other threads of this process wait for their turn."""
        with self._lock:
            process = self._ready()
            answer, result = self._exchange(process, header, body)
            self._done += 1
            if self._done >= self.limits.jobs:
                self.end()
        if "failed" in answer:
            raise Exhausted("memory") if answer["failed"] == "MemoryError" else Failed(answer["failed"])
        return answer, result

    def end(self) -> None:
        """Kill the child, if there is one; when this process ends, that happens too."""
        if self._end is not None:
            self._end()
        self._process = self._end = None

    def _ready(self) -> subprocess.Popen:
        if self._process is not None and (self._owner != os.getpid() or self._process.poll() is not None):
            self.end()
        if self._process is None:
            self._process = self._start()
        return self._process

    def _start(self) -> subprocess.Popen:
        folder = tempfile.mkdtemp(prefix="portal-child-")
        command = [sys.executable, "-I", str(CHILD), str(self.module), str(self.limits.memory), str(self.limits.processor)]
        surroundings = {"LANG": "C.UTF-8", "PATH": os.defpath, "HOME": folder, "TMPDIR": folder}
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=surroundings, cwd=folder
        )
        self._owner, self._done = os.getpid(), 0
        self._end = weakref.finalize(self, _bury, process, folder, self._owner)
        return process

    def _exchange(self, process: subprocess.Popen, header: dict, body: bytes) -> tuple[dict, bytes]:
        clock = threading.Timer(self.limits.seconds, process.kill)
        clock.start()
        try:
            _write(process.stdin, json.dumps(header).encode(), body)
            return json.loads(_read(process.stdout)), _read(process.stdout)
        except (OSError, EOFError, ValueError):
            self.end()
            raise Exhausted("time, memory or crash") from None
        finally:
            clock.cancel()


def _bury(process: subprocess.Popen, folder: str, owner: int) -> None:
    """Kill and clear away; a process that was forked off only lets go of what belongs to its parent."""
    if owner == os.getpid():
        process.kill()
        process.wait()
        shutil.rmtree(folder, ignore_errors=True)
    else:
        process.returncode = 0
    for pipe in filter(None, (process.stdin, process.stdout)):
        with suppress(OSError):
            pipe.close()


def _write(pipe, *parts: bytes) -> None:
    for part in parts:
        pipe.write(len(part).to_bytes(8, "big"))
        pipe.write(part)
    pipe.flush()


def _read(pipe) -> bytes:
    size = int.from_bytes(_exactly(pipe, 8), "big")
    if size > MAX_ANSWER:
        raise ValueError("The answer of the child is too large.")
    return _exactly(pipe, size)


def _exactly(pipe, size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data
