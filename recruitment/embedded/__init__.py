"""PostgreSQL and Valkey out of wheels, under one data folder, where no server is configured.

The only module that knows those wheels. `start` runs both and makes the three database roles; `urls` tells any other
process (a shell in a second terminal) how to reach servers that are running now.
"""

import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any

import psycopg
from psycopg import sql

from . import postgres, valkey
from .postgres import PostgresDidNotStart
from .processes import command_of
from .valkey import ValkeyDidNotStart

__all__ = ["AlreadyRunning", "PostgresDidNotStart", "Services", "ValkeyDidNotStart", "data_folder", "remove", "running", "start", "urls"]

DATABASE = "portal"
OWNER, APPLICATION, COMPARTMENT = "portal_owner", "portal_app", "portal_compartment"
ROLES = {OWNER: "LOGIN CREATEDB CREATEROLE", APPLICATION: "LOGIN", COMPARTMENT: "LOGIN"}
NO_SETTINGS: Mapping[str, str] = MappingProxyType({})


class AlreadyRunning(RuntimeError):
    """Another portal holds this data folder."""


@dataclass(frozen=True)
class Services:
    """The running servers: one address per database role, one for the broker, and a way to end them."""

    data: Path
    owner_url: str
    app_url: str
    compartment_url: str
    superuser_url: str
    redis_url: str
    postgres_pid: int
    valkey_pid: int
    lock: IO[str] | None = field(default=None, compare=False, repr=False)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "DATABASE_URL": self.app_url,
            "OWNER_DATABASE_URL": self.owner_url,
            "COMPARTMENT_DATABASE_URL": self.compartment_url,
            "REDIS_URL": self.redis_url,
        }

    def alive(self) -> bool:
        return bool(command_of(self.postgres_pid) and command_of(self.valkey_pid))

    def share(self, environment: Mapping[str, str]) -> None:
        """Tell every other process of this data folder what more it needs to know, such as the demo's keys."""
        keep(services_file(self.data), {**json.loads(services_file(self.data).read_text()), "environment": environment})

    def withdraw(self) -> None:
        """Tell nobody any more: the end has begun."""
        services_file(self.data).unlink(missing_ok=True)

    def stop(self) -> None:
        """End the broker, then the database by fast shutdown; both keep everything."""
        self.withdraw()
        valkey.stop(self.valkey_pid)
        postgres.stop(self.postgres_pid)
        if self.lock is not None:
            self.lock.close()


def data_folder() -> Path:
    """Where the portal keeps its data: PORTAL_DATA, or `.data` beside `manage.py`."""
    return Path(os.environ.get("PORTAL_DATA") or Path(__file__).resolve().parents[2] / ".data").absolute()


def services_file(data: Path) -> Path:
    return data / "services.json"


def start(data: Path, settings: Mapping[str, str] = NO_SETTINGS) -> Services:
    """Run both servers on this data folder until `stop`, or until the calling thread dies.

    `settings` are PostgreSQL's own, as its manual names them. Raises AlreadyRunning, PostgresDidNotStart or
    ValkeyDidNotStart, each with a sentence for the person who started it.
    """
    lock = hold(data.absolute())
    try:
        return started(data.absolute(), settings, lock=lock)
    except BaseException:
        lock.close()
        raise


def started(data: Path, settings: Mapping[str, str], *, lock: IO[str]) -> Services:
    """Both servers, the database first: it is ended again when the broker does not follow."""
    words, ports = kept(data / "passwords.json", new_passwords), kept(data / "ports.json", dict)
    key = words[postgres.SUPERUSER]
    cluster = postgres.cluster(data, password=key)
    database = postgres.start(data, cluster, port=ports.get("postgres"), password=key, settings=settings)
    try:
        broker = valkey.start(data, port=ports.get("valkey"), password=words["valkey"])
        services = described(data, words, database, broker, lock=lock)
        make_roles(services.superuser_url, words)
    except BaseException:
        postgres.stop(database[0])
        raise
    keep(data / "ports.json", {"postgres": database[1], "valkey": broker[1]})
    keep(services_file(data), {"postgres": database, "valkey": broker})
    return services


def described(
    data: Path, words: Mapping[str, str], database: tuple[int, int], broker: tuple[int, int], *, lock: IO[str] | None
) -> Services:
    """The services of a data folder, from the process id and the port of each server."""
    return Services(
        data=data,
        owner_url=postgres.url(database[1], OWNER, words[OWNER], DATABASE),
        app_url=postgres.url(database[1], APPLICATION, words[APPLICATION], DATABASE),
        compartment_url=postgres.url(database[1], COMPARTMENT, words[COMPARTMENT], DATABASE),
        superuser_url=postgres.url(database[1], postgres.SUPERUSER, words[postgres.SUPERUSER], "postgres"),
        redis_url=valkey.url(broker[1], words["valkey"]),
        postgres_pid=database[0],
        valkey_pid=broker[0],
        lock=lock,
    )


def running(data: Path) -> Services | None:
    """The services of this data folder when somebody has started them and they live."""
    try:
        found = json.loads(services_file(data).read_text())
        words = json.loads((data / "passwords.json").read_text())
    except FileNotFoundError:
        return None
    services = described(data.absolute(), words, tuple(found["postgres"]), tuple(found["valkey"]), lock=None)
    return services if services.alive() else None


def urls(data: Path) -> dict[str, str] | None:
    """The environment of the services that run on this data folder now, or None."""
    services = running(data)
    if services is None:
        return None
    shared: dict[str, str] = json.loads(services_file(data).read_text()).get("environment", {})
    return shared | services.environment


def remove(data: Path) -> None:
    """Delete a data folder and the database that belongs to it. Raises AlreadyRunning while a portal holds it."""
    if not (data / "lock").exists():
        return
    with hold(data):
        valkey.stop_leftover(data.absolute())
        postgres.remove(data.absolute())
        shutil.rmtree(data)


def hold(data: Path) -> IO[str]:
    """Only one portal may hold a data folder; the lock ends with its process, however that ends."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = (data / "lock").open("a+")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        with lock:
            lock.seek(0)
            holder = lock.read() or "unknown"
        raise AlreadyRunning(f"Another portal (process {holder}) already runs on the data folder {data}.") from None
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def new_passwords() -> dict[str, str]:
    return {name: secrets.token_urlsafe(24) for name in (postgres.SUPERUSER, *ROLES, "valkey")}


def kept(path: Path, first: Any) -> dict[str, Any]:
    """What the file says; on first use, what `first` makes, written down for the next time."""
    if not path.exists():
        keep(path, first())
    content: dict[str, Any] = json.loads(path.read_text())
    return content


def keep(path: Path, content: Mapping[str, Any]) -> None:
    """Write a file that only its owner reads, whole or not at all."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(json.dumps(content, indent=1))
    draft.replace(path)


def make_roles(superuser_url: str, words: Mapping[str, str]) -> None:
    """The three logins with the passwords of this data folder, and the database that the first of them owns."""
    with psycopg.connect(superuser_url, autocommit=True) as server:
        present = {name for (name,) in server.execute("SELECT rolname FROM pg_roles")}
        for role, rights in ROLES.items():
            verb = "ALTER" if role in present else "CREATE"
            statement = sql.SQL(f"{verb} ROLE {{role}} {rights} PASSWORD {{password}}")
            server.execute(statement.format(role=sql.Identifier(role), password=sql.Literal(words[role])))
        if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone() is None:
            statement = sql.SQL("CREATE DATABASE {name} OWNER {owner} ENCODING 'UTF8' TEMPLATE template0")
            server.execute(statement.format(name=sql.Identifier(DATABASE), owner=sql.Identifier(OWNER)))
