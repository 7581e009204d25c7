"""The supervisor: what a person sees who starts the portal, ends it, kills it, and starts it again."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from recruitment import embedded
from recruitment.embedded.processes import await_end, command_of, free_port
from recruitment.run.children import Child

ROOT = Path(__file__).resolve().parents[2]
OF_THE_TESTS = re.compile("_URL$|_KEYS?$|^PORTAL_|^DJANGO_|^PORT$|^MAKE")
FRESH = {name: value for name, value in os.environ.items() if not OF_THE_TESTS.search(name)}

pytestmark = pytest.mark.xdist_group("servers")


class Portal:
    """A supervisor in a process of its own, on a data folder that needs no demo."""

    def __init__(self, data: Path) -> None:
        self.data, self.port, self.words = data, free_port(), data / "console.txt"
        data.mkdir(mode=0o700)
        (data / "demo-loaded").touch()
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        with self.words.open("wb") as words:
            command = [sys.executable, "-m", "recruitment.run", "--port", str(self.port), "--data", str(self.data)]
            self.process = subprocess.Popen(command, cwd=ROOT, env=FRESH, stdout=words, stderr=words)
        self.await_words("The portal answers")

    @property
    def runs(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def await_words(self, words: str, seconds: float = 300.0) -> str:
        deadline = time.monotonic() + seconds
        while words not in self.words.read_text():
            assert self.runs and time.monotonic() < deadline, self.words.read_text()
            time.sleep(0.2)
        return self.words.read_text()

    def end(self, number: signal.Signals) -> int:
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(timeout=15)

    def pids(self) -> list[int]:
        """Every process that works for this portal."""
        services = embedded.running(self.data)
        servers = [services.postgres_pid, services.valkey_pid] if services else []
        return servers + [int(pid) for pid in re.findall(r"started \(process (\d+)\)", self.words.read_text())]


@pytest.fixture(scope="module")
def one_portal(tmp_path_factory):
    portal = Portal(tmp_path_factory.mktemp("run") / "data")
    yield portal
    if portal.runs:
        assert portal.end(signal.SIGINT) == 0
    embedded.remove(portal.data)


@pytest.fixture
def portal(one_portal):
    """The portal, started when the test before ended it."""
    if not one_portal.runs:
        one_portal.start()
    return one_portal


def again(data: Path, port: int) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "recruitment.run", "--port", str(port), "--data", str(data)]
    return subprocess.run(command, cwd=ROOT, env=FRESH, capture_output=True, text=True, check=False, timeout=60)


def test_it_answers_and_is_ready(portal):
    with urllib.request.urlopen(f"http://127.0.0.1:{portal.port}/readyz", timeout=10) as answer:
        assert answer.status == 200


def test_it_prints_its_address_once(portal):
    assert portal.words.read_text().count(f"http://127.0.0.1:{portal.port}/") == 1


def test_a_second_terminal_finds_the_running_portal(portal):
    env = {**FRESH, "PORTAL_DATA": str(portal.data)}
    command = [
        sys.executable,
        "manage.py",
        "shell",
        "--no-imports",
        "-c",
        "from django.db import connection as c; c.ensure_connection(); print('in')",
    ]
    assert subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout.strip() == "in"


def test_a_second_portal_on_the_same_data_is_refused_in_one_sentence(portal):
    refused = again(portal.data, free_port())
    assert refused.returncode == 1
    assert refused.stderr.strip().endswith(f"already runs on the data folder {portal.data}.")
    assert refused.stderr.count("\n") == 1


def test_a_taken_port_is_said_in_one_sentence(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        refused = again(tmp_path / "data", port)
    embedded.remove(tmp_path / "data")
    assert refused.returncode == 1
    assert refused.stderr == f"Port {port} is taken by another program: choose one with `make run PORT=…`.\n"


def test_half_a_configuration_is_refused(tmp_path, monkeypatch):
    monkeypatch.setitem(FRESH, "REDIS_URL", "redis://127.0.0.1:1/0")
    assert (
        again(tmp_path / "data", free_port()).stderr == "Only REDIS_URL is set: name both servers, DATABASE_URL and REDIS_URL, or none.\n"
    )


def test_a_port_that_is_none_is_refused(tmp_path):
    assert "is not a port" in again(tmp_path / "data", 70000).stderr
    assert not (tmp_path / "data").exists()


def test_a_child_that_dies_is_started_again(portal):
    dead = int(re.findall(r"beat: started \(process (\d+)\)", portal.words.read_text())[-1])
    os.kill(dead, signal.SIGKILL)
    said = portal.await_words("beat: ended with code -9, starts again in 1 s")
    assert "beat.log" in said
    time.sleep(2.5)
    assert int(re.findall(r"beat: started \(process (\d+)\)", portal.words.read_text())[-1]) != dead


def test_a_killed_supervisor_leaves_little_behind_and_everything_starts_again(portal):
    before = (portal.data / "keys.json").read_text()
    orphans = portal.pids()
    portal.end(signal.SIGKILL)
    portal.start()
    assert not [pid for pid in orphans if command_of(pid)]
    assert (portal.data / "keys.json").read_text() == before


def test_it_ends_with_every_child_within_ten_seconds(portal):
    everyone = portal.pids()
    started = time.monotonic()
    assert portal.end(signal.SIGTERM) == 0
    assert time.monotonic() - started < 10
    assert all(await_end(pid, 0.0) for pid in everyone)


def test_a_child_that_keeps_dying_waits_longer_each_time(tmp_path, capsys):
    child = Child("web", [sys.executable, "-c", ""], FRESH, tmp_path / "web.log")
    for pause in (1, 2, 4):
        child.due_at = 0.0
        child.look_after()
        assert child.process is not None
        child.process.wait()
        child.look_after()
        assert f"starts again in {pause} s" in capsys.readouterr().out


def test_a_long_log_is_put_aside(tmp_path):
    log = tmp_path / "web.log"
    log.write_bytes(b"x" * (6 * 2**20))
    child = Child("web", [sys.executable, "-c", ""], FRESH, log)
    child.start()
    assert child.process is not None
    child.process.wait()
    assert log.with_suffix(".log.1").exists()
    assert log.stat().st_size == 0
