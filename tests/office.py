"""The office: the portal as its users meet it, with a web server and a worker of its own on a database of its own.

Nothing in it is rolled back. A story arranges and asserts inside `office.at()`, acts through `office.url`, and calls
the sweeps that beat would call, for beat does not run here.
"""

import os
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import redis
from django.conf import settings
from django.core.cache import caches
from django.db import connections

from recruitment.celery import app
from recruitment.core.tasks import HEARTBEAT_KEY
from recruitment.embedded.processes import free_port, spawn, tail
from recruitment.run.children import commands, end_all, kill_group
from tests import cluster
from tests.database import Databases, new_name, pointed_at
from tests.environment import databases


class Office:
    """A running portal; `url` is its address, `env` the environment of its processes."""

    def __init__(self, databases: Databases, blocker) -> None:
        self.databases, self.blocker = databases, blocker
        self.name, self.port, slot = new_name(), free_port(), cluster.take_slot()
        self.url = f"http://127.0.0.1:{self.port}"
        broker = databases.services.redis_url.removesuffix("/0")
        here = pointed_at(dict(os.environ), self.name)
        self.env = here | {"PORT": str(self.port), "REDIS_URL": f"{broker}/{2 * slot}", "CACHE_URL": f"{broker}/{2 * slot + 1}"}
        self.data = Path(self.env["PORTAL_DATA"])
        self.commands = commands(self.port, self.data)
        self.processes: dict[str, subprocess.Popen[bytes]] = {}

    def open(self) -> None:
        self.databases.create(self.name)
        self.forget_messages()
        self.start("web")
        self.start_worker()

    def close(self) -> None:
        self.end(*self.processes)
        self.databases.drop(self.name)
        self.forget_messages()

    def forget_messages(self) -> None:
        for key in ("REDIS_URL", "CACHE_URL"):
            with redis.Redis.from_url(self.env[key]) as store:
                store.flushdb()

    def log(self, name: str) -> Path:
        return self.data / "log" / f"{name}.log"

    def start(self, name: str) -> None:
        self.processes[name] = spawn(
            self.commands[name], log=self.log(name), last_word=signal.SIGTERM, environment=self.env, cwd=cluster.ROOT
        )

    def end(self, *names: str, seconds: float = 7.0) -> None:
        ending = [self.processes.pop(name) for name in names]
        end_all([process.pid for process in ending], seconds=seconds)
        for process in ending:
            process.wait()

    def start_worker(self) -> None:
        """Start it and wait until it has done its first task, so that the site calls itself ready."""
        self.start("worker")
        with self.at():
            caches["default"].delete(HEARTBEAT_KEY)
            app.send_task("core.heartbeat")
        self.await_ready()

    def stop_worker(self) -> None:
        """Let it finish what it does, as an operator would."""
        self.end("worker", seconds=20.0)

    def kill_worker(self) -> None:
        """Take it away in the middle of whatever it does."""
        worker = self.processes.pop("worker")
        kill_group(worker.pid)
        worker.wait()

    def await_ready(self, seconds: float = 60.0) -> None:
        deadline = time.monotonic() + seconds
        while not self.is_ready():
            ended = [name for name, process in self.processes.items() if process.poll() is not None]
            if ended or time.monotonic() > deadline:
                words = "\n".join(f"--- {name}\n{tail(self.log(name), 30)}" for name in ended or self.processes)
                raise AssertionError(f"The office does not open.\n{words}")
            time.sleep(0.1)

    def is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/readyz", timeout=5):
                return True
        except OSError:
            return False

    @contextmanager
    def at(self) -> Iterator["Office"]:
        """In here this process works in the office: its database, its cache, its broker; commits are real."""
        assert not any(connection.in_atomic_block for connection in connections.all(initialized_only=True)), (
            "The office cannot be entered inside a test that is rolled back: leave out `django_db`."
        )
        with self.blocker.unblock(), at_database(self.name), at_cache(self.env["CACHE_URL"]), at_broker(self.env["REDIS_URL"]):
            yield self


@contextmanager
def at_database(name: str) -> Iterator[None]:
    """Point every connection of this thread at another database."""
    before = settings.DATABASES["default"]["NAME"]
    rename_databases(name)
    try:
        yield
    finally:
        rename_databases(before)


def rename_databases(name: str) -> None:
    connections.close_all()
    for database in settings.DATABASES.values():
        database["NAME"] = name


@contextmanager
def at_cache(url: str) -> Iterator[None]:
    before = settings.CACHES["default"]["LOCATION"]
    relocate_cache(url)
    try:
        yield
    finally:
        relocate_cache(before)


def relocate_cache(url: str) -> None:
    caches["default"].close()
    del caches["default"]
    settings.CACHES["default"]["LOCATION"] = url


@contextmanager
def at_broker(url: str) -> Iterator[None]:
    """Celery reads this variable before its configuration; its pools are dropped so that they are made anew."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CELERY_BROKER_URL", url)
        patch.setattr(app, "_pool", None)
        patch.setattr(app.amqp, "_producer_pool", None)
        yield


@pytest.fixture(scope="session")
def office(django_test_environment, django_db_blocker, static_files) -> Iterator[Office]:
    """The portal with web server and worker, open for as long as the tests of this process run."""
    office = Office(databases, django_db_blocker)
    try:
        office.open()
        yield office
    finally:
        office.close()


@pytest.fixture
def at_office(office: Office) -> Iterator[Office]:
    """The whole test arranges and asserts in the office."""
    with office.at():
        yield office
