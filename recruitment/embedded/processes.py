"""Child processes: a free port, a start bound to the life of this process, and an end within a time."""

import ctypes
import os
import pwd
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

LOOPBACK = "127.0.0.1"
PR_SET_PDEATHSIG = 1


def is_free(port: int) -> bool:
    with socket.socket() as attempt:
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            attempt.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def free_port(preferred: int | None = None) -> int:
    """The preferred port when nobody has it, else one that the system gives."""
    if preferred and is_free(preferred):
        return preferred
    with socket.socket() as attempt:
        attempt.bind((LOOPBACK, 0))
        port: int = attempt.getsockname()[1]
    return port


def as_user(user: pwd.struct_passwd | None) -> dict[str, object]:
    """What `subprocess` needs to run as another user; nothing when that is who we are."""
    if user is None or user.pw_uid == os.geteuid():
        return {}
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def bound_to_parent(last_word: signal.Signals, *, parent: int | None = None) -> Callable[[], None]:
    """A hook for the child: the kernel sends it `last_word` when the thread that started it dies (Linux)."""
    expected = parent or os.getpid()
    prctl = getattr(ctypes.CDLL(None), "prctl", None)

    def bind() -> None:
        if prctl is not None:
            prctl(PR_SET_PDEATHSIG, int(last_word), 0, 0, 0)
        if os.getppid() != expected:
            os._exit(1)

    return bind


def spawn(
    command: Sequence[str | Path],
    *,
    log: Path,
    last_word: signal.Signals,
    environment: Mapping[str, str],
    cwd: Path,
    user: pwd.struct_passwd | None = None,
) -> subprocess.Popen[bytes]:
    """Start a child in a process group of its own, so that Ctrl-C reaches the parent alone; its words go to `log`."""
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with log.open("ab") as words:
        return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
            [os.fspath(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=subprocess.STDOUT,
            env=dict(environment),
            cwd=cwd,
            start_new_session=True,
            preexec_fn=bound_to_parent(last_word),
            **as_user(user),
        )


def command_of(pid: int) -> str:
    """The command line of a living process; empty when there is none (a zombie has none either)."""
    if Path("/proc/self/cmdline").exists():
        try:
            return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
        except OSError:
            return ""
    listed = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return listed.stdout.strip()


def await_end(pid: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while command_of(pid):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    with suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    return True


def let_go(process: subprocess.Popen[bytes]) -> int:
    """From here on only its number counts: whoever has that may end it, and Popen must not complain that it still runs."""
    process.returncode = 0
    return process.pid


def end(pid: int, *steps: tuple[signal.Signals, float]) -> None:
    """Send each signal in turn and wait so many seconds for it to work; the last resort is SIGKILL."""
    for step, seconds in (*steps, (signal.SIGKILL, 5.0)):
        try:
            os.kill(pid, step)
        except ProcessLookupError:
            return
        if await_end(pid, seconds):
            return


def tail(log: Path, lines: int = 8) -> str:
    """The last words of a process, for the sentence that tells why it is gone."""
    if not log.exists():
        return ""
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
