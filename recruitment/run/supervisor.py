"""From nothing to a portal that answers, and back: servers, keys, preparation, children, the address on the console."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from recruitment import embedded
from recruitment.core.languages import compile_catalogues
from recruitment.embedded.processes import command_of, is_free, tail

from .children import ROOT, Child, commands, end_all
from .keys import demo_keys

READY_WITHIN = 180.0
LONGEST_PAUSE_AT_START = 4.0


class Stopped(Exception):
    """Somebody asked the portal to end."""


class CannotStart(RuntimeError):
    """Why the portal does not start, in a sentence for the person who started it."""


class Supervisor:
    """Starts the portal of one data folder on one port, watches over it, and ends it."""

    def __init__(self, data: Path, port: int) -> None:
        self.data = data
        self.port = port
        self.services: embedded.Services | None = None
        self.lock: IO[str] | None = None
        self.children: list[Child] = []
        self.environment = {**os.environ, "PORTAL_DATA": str(data), "PORT": str(port), "PYTHONUNBUFFERED": "1"}
        self.environment.setdefault("DJANGO_SETTINGS_MODULE", "recruitment.settings")
        self.environment.setdefault("PORTAL_DEMO", "1")

    @property
    def demo(self) -> bool:
        return self.environment["PORTAL_DEMO"] == "1"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        started = time.monotonic()
        self.start_services()
        self.end_leftovers()
        if not is_free(self.port):
            raise CannotStart(f"Port {self.port} is taken by another program: choose one with `make run PORT=…`.")
        accounts = self.prepare()
        for name, command in commands(self.port, self.data).items():
            self.children.append(Child(name, command, self.environment, self.data / "log" / f"{name}.log"))
            self.children[-1].start()
        self.remember_children()
        self.await_ready()
        print(f"\nThe portal answers at {self.address} ({time.monotonic() - started:.0f} s). Ctrl-C ends it.\n\n{accounts}")

    def start_services(self) -> None:
        """Our own PostgreSQL and Valkey, unless the environment names servers."""
        configured = {"DATABASE_URL", "REDIS_URL"} & set(self.environment)
        if len(configured) == 1:
            raise CannotStart(f"Only {configured.pop()} is set: name both servers, DATABASE_URL and REDIS_URL, or none.")
        if configured:
            self.lock = embedded.hold(self.data)
            print("Using the servers that DATABASE_URL and REDIS_URL name.")
        else:
            self.services = self.started_services()
            self.environment |= self.services.environment
            print(f"PostgreSQL and Valkey: started (processes {self.services.postgres_pid}, {self.services.valkey_pid})")
        keys = demo_keys(self.data) if self.demo else {}
        self.environment = keys | self.environment
        if self.services is not None:
            self.services.share({name: self.environment[name] for name in ("PORTAL_DEMO", "PORT", *keys)})

    def started_services(self) -> embedded.Services:
        """A portal that is just ending, or was killed with its terminal, gets the time to do so."""
        deadline = time.monotonic() + 12.0
        while True:
            try:
                return embedded.start(self.data)
            except embedded.AlreadyRunning:
                if embedded.running(self.data) or time.monotonic() > deadline:
                    raise
            time.sleep(0.2)

    def end_leftovers(self) -> None:
        """Children of a supervisor that was killed; a number that now belongs to someone else is left alone."""
        record = self.data / "children.json"
        if record.exists():
            end_all([pid for pid in json.loads(record.read_text()) if "recruitment" in command_of(pid)])

    def remember_children(self) -> None:
        pids = [child.process.pid for child in self.children if child.process is not None]
        (self.data / "children.json").write_text(json.dumps(pids))

    def prepare(self) -> str:
        """Catalogues, tables, static files, on the first start the demo; returns the demo's accounts."""
        print("Preparing tables, static files and, on the first start, the demo: the first time takes a minute or two")
        compile_catalogues()
        log = self.data / "log" / "preparation.log"
        log.parent.mkdir(mode=0o700, exist_ok=True)
        with log.open("wb") as complaints:
            done = subprocess.run(
                [sys.executable, "-m", "recruitment.run.preparation"],
                env=self.environment, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints, text=True, check=False,
            )  # fmt: skip
        if done.returncode != 0:
            raise CannotStart(f"The portal could not be prepared. The last words of {log}:\n{tail(log, 20)}")
        return done.stdout

    def await_ready(self) -> None:
        """Database, broker and worker together, as /readyz sees them."""
        deadline = time.monotonic() + READY_WITHIN
        while (reason := self.not_ready()) is not None:
            if time.monotonic() > deadline:
                raise CannotStart(f"The portal is not ready after {READY_WITHIN:.0f} s ({reason}); see {self.data / 'log'}.")
            self.look_after_children()
            for child in self.children:
                if child.pause > LONGEST_PAUSE_AT_START:
                    raise CannotStart(f"{child.name} keeps ending. Its last words ({child.log}):\n{tail(child.log, 20)}")
            time.sleep(0.5)

    def not_ready(self) -> str | None:
        host = urlsplit(self.environment.get("SITE_URL", self.address)).netloc
        request = urllib.request.Request(f"{self.address}readyz", headers={"Host": host})
        try:
            with urllib.request.urlopen(request, timeout=5):
                return None
        except urllib.error.HTTPError as answer:
            return answer.read().decode(errors="replace")[:300]
        except OSError as silence:
            return str(silence)

    def look_after_children(self) -> None:
        before = [child.process for child in self.children]
        for child in self.children:
            child.look_after()
        if before != [child.process for child in self.children]:
            self.remember_children()

    def watch(self) -> None:
        """Until somebody stops us, or a server is gone: a portal without its database helps nobody."""
        while self.services is None or self.services.alive():
            self.look_after_children()
            time.sleep(0.5)
        raise CannotStart(f"PostgreSQL or Valkey ended by itself; see {self.data / 'log'}. Starting again recovers everything.")

    def stop(self) -> None:
        """Children first, all at once; then the broker and the database."""
        if self.services is not None:
            self.services.withdraw()
        if self.children:
            end_all([child.process.pid for child in self.children if child.process is not None])
            (self.data / "children.json").unlink(missing_ok=True)
        if self.services is not None:
            self.services.stop()
            print("The portal has ended.")
