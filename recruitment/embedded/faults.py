"""What happens to servers while people work, done on purpose by measurements; each comes back on its own port with what it kept."""

import json
import signal
from dataclasses import replace
from pathlib import Path

from . import Services, keep, postgres, services_file, valkey
from .processes import end


def crash_database(services: Services) -> Services:
    """PostgreSQL restarted in immediate mode, as after a fall of power: every connection breaks, its log is read again."""
    words, port = _told(services.data)
    end(services.postgres_pid, (signal.SIGQUIT, 5.0))
    key = words[postgres.SUPERUSER]
    cluster = postgres.cluster(services.data, password=key)
    pid, kept = postgres.start(services.data, cluster, port=port["postgres"], password=key, settings={})
    return _remembered(replace(services, postgres_pid=pid), "postgres", kept)


def end_broker(services: Services) -> None:
    """The broker is gone until `begin_broker`."""
    valkey.stop(services.valkey_pid)


def begin_broker(services: Services) -> Services:
    """The broker reads what it had written to disk and answers again."""
    words, port = _told(services.data)
    pid, kept = valkey.start(services.data, port=port["valkey"], password=words["valkey"])
    return _remembered(replace(services, valkey_pid=pid), "valkey", kept)


def _told(data: Path) -> tuple[dict, dict]:
    return json.loads((data / "passwords.json").read_text()), json.loads((data / "ports.json").read_text())


def _remembered(services: Services, name: str, port: int) -> Services:
    """Other processes find the server under its new number. Raises RuntimeError when its port went to somebody else."""
    if port != _told(services.data)[1][name]:
        raise RuntimeError(f"{name} could not come back on its port.")
    path = services_file(services.data)
    pid = services.postgres_pid if name == "postgres" else services.valkey_pid
    keep(path, {**json.loads(path.read_text()), name: [pid, port]})
    return services
