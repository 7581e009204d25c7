"""The portal that is measured: servers of its own, web, worker and beat looked after as in production, and what may befall them."""

import os
import signal
import sys
import time
import urllib.request
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress
from pathlib import Path

from recruitment import embedded
from recruitment.embedded import faults
from recruitment.embedded.processes import free_port
from recruitment.run.children import Child, commands, end_all
from recruitment.run.keys import demo_keys


class Portal:
    """Everything is started here and ended here. What belongs to it dies with the thread that made it."""

    def __init__(self, data: Path):
        self.data, self.port = data, free_port()
        self.services = embedded.start(data)
        self.children: dict[str, Child] = {}
        os.environ |= {**self.services.environment, **demo_keys(data), "PORTAL_DEMO": "1", "PORTAL_DATA": str(data)}
        os.environ |= {"DJANGO_SETTINGS_MODULE": "recruitment.settings", "ROOT_URLCONF": "recruitment.bench.urls", "PORT": str(self.port)}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def web(self) -> int:
        """The process id of gunicorn's master."""
        return self._pid("web")

    def _pid(self, name: str) -> int:
        process = self.children[name].process
        if process is None:
            raise RuntimeError(f"{name} is not running.")
        return process.pid

    def run(self, names: Sequence[str]) -> None:
        """Start some of web, worker and beat; returns when the first answers."""
        for name in names:
            log = self.data / "log" / f"{name}.log"
            self.children[name] = Child(name, commands(self.port, self.data)[name], dict(os.environ), log)
            with redirect_stdout(sys.stderr):
                self.children[name].start()
        self._await()

    def end(self, names: Sequence[str]) -> None:
        """End some of them."""
        gone = [self.children.pop(name) for name in names if name in self.children]
        end_all([child.process.pid for child in gone if child.process is not None])

    def look_after(self) -> None:
        """Start again what died, as the supervisor of `make run` does."""
        with redirect_stdout(sys.stderr):
            for child in self.children.values():
                child.look_after()

    def stop(self) -> None:
        self.end(list(self.children))
        self.services.stop()

    def _await(self) -> None:
        for _try in range(240):
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=2)
                return
            except OSError:
                self.look_after()
                time.sleep(0.5)
        raise SystemExit("The server did not answer.")

    # --- what may befall it --------------------------------------------------------------------------------------------

    def kill_worker(self) -> None:
        """SIGKILL for the worker with its children, and for one of the two processes that serve pages."""
        os.killpg(self._pid("worker"), signal.SIGKILL)
        serving = Path(f"/proc/{self.web}/task/{self.web}/children").read_text().split()
        with suppress(ProcessLookupError):
            os.kill(int(serving[0]), signal.SIGKILL)

    def end_broker(self) -> None:
        faults.end_broker(self.services)

    def begin_broker(self) -> None:
        self.services = faults.begin_broker(self.services)

    def crash_database(self) -> None:
        self.services = faults.crash_database(self.services)
