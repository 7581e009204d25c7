"""Databases for the tests: a template per state of the migrations, and copies of it that take a fifth of a second."""

import hashlib
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql

from recruitment import embedded
from recruitment.embedded.processes import command_of
from recruitment.run.statics import FLOORS
from tests.cluster import ROOT, alone

DATABASE_URLS = ("DATABASE_URL", "OWNER_DATABASE_URL", "COMPARTMENT_DATABASE_URL")
SHAPED_BY = ("**/migrations/*.py", "**/apps.py", "**/grants.py", "**/provision.py")
TEMPLATES_KEPT = 3


def new_name(prefix: str = "test") -> str:
    """A name that says whose database it is, so that one left by a killed process can be recognised."""
    return f"{prefix}_{os.getpid()}_{secrets.token_hex(3)}"


def in_database(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def pointed_at(environment: dict[str, str], name: str) -> dict[str, str]:
    """The same environment with another database."""
    return environment | {key: in_database(environment[key], name) for key in DATABASE_URLS}


def digest() -> str:
    """What the tables, grants and first rows depend on."""
    found = hashlib.sha256((ROOT / "requirements" / "base.txt").read_bytes())
    for path in sorted(path for floor in FLOORS for pattern in SHAPED_BY for path in (ROOT / floor).glob(pattern)):
        found.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return found.hexdigest()[:12]


class Databases:
    """Makes, copies and drops databases as the superuser, which only the tests are."""

    def __init__(self, services: embedded.Services) -> None:
        self.services = services

    def names(self, prefix: str) -> list[str]:
        """The databases whose name begins so, the newest last."""
        with psycopg.connect(self.services.superuser_url) as server:
            found = server.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid", [prefix])
            return [name for (name,) in found]

    def say(self, statement: str, **names: str) -> None:
        with psycopg.connect(self.services.superuser_url, autocommit=True) as server:
            server.execute(sql.SQL(statement).format(**{key: sql.Identifier(name) for key, name in names.items()}))

    def create(self, name: str) -> None:
        """A copy of the template."""
        self.say("CREATE DATABASE {name} OWNER {owner} TEMPLATE {template}", name=name, owner=embedded.OWNER, template=self.template())

    def drop(self, name: str) -> None:
        self.say("DROP DATABASE IF EXISTS {name} WITH (FORCE)", name=name)

    def template(self) -> str:
        """The template for the present migrations, made by whoever comes first."""
        name = f"template_{digest()}"
        if name not in self.names("template_"):
            with alone("template.lock"):
                if name not in self.names("template_"):
                    self.make_template(name)
        return name

    def make_template(self, name: str) -> None:
        draft = new_name("draft")
        self.say("CREATE DATABASE {draft} OWNER {owner} TEMPLATE template0", draft=draft, owner=embedded.OWNER)
        done = subprocess.run(
            [sys.executable, "manage.py", "provision", "--verbosity", "0"],
            cwd=ROOT, env=pointed_at(dict(os.environ), draft), capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode != 0:
            self.drop(draft)
            raise RuntimeError(f"manage.py provision failed:\n{done.stdout}{done.stderr}")
        self.say("ALTER DATABASE {draft} RENAME TO {name}", draft=draft, name=name)
        for old in self.names("template_")[:-TEMPLATES_KEPT]:
            self.drop(old)

    def drop_leftovers(self) -> None:
        """Databases of processes that are gone."""
        for name in leftovers(self.names("test_") + self.names("draft_")):
            self.drop(name)


def leftovers(names: list[str]) -> Iterator[str]:
    """Of names that carry a process id in the middle, those whose process has ended."""
    for name in names:
        if not command_of(int(name.split("_")[1])):
            yield name


def leftover_folders(parent: Path) -> list[Path]:
    return [parent / name for name in leftovers([path.name for path in parent.glob("run_*")])]
