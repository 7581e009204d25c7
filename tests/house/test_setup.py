"""What a stranger relies on before the first page: the make targets, the lock, the containers, and no secret in any of them."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import psycopg
import pytest
import yaml

from recruitment.embedded import postgres
from recruitment.run import libraries

ROOT = Path(__file__).resolve().parents[2]
TARGETS = ("run", "test", "lint", "bench", "load", "lock", "css", "messages", "clean")
REQUIRED = re.compile(r"\$\{[A-Z_]+:\?[^}]*\}")


def made(*arguments: str) -> str:
    """What make would do."""
    alone = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    told = subprocess.run(["make", "--dry-run", *arguments], cwd=ROOT, env=alone, capture_output=True, text=True, check=True)
    return told.stdout


@pytest.fixture(scope="module")
def compose() -> dict:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


@pytest.fixture(scope="module")
def instructions() -> list[tuple[str, str]]:
    """The Dockerfile as (instruction, argument), with continued lines joined."""
    text = re.sub(r"\\\n", " ", (ROOT / "Dockerfile").read_text())
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


def locked(name: str) -> dict[str, str]:
    """Package and version of each line of a lock."""
    return dict(re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==(\S+)", (ROOT / "requirements" / name).read_text(), re.M))


# --- Make ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", TARGETS)
def test_make_knows_the_target(target):
    assert made(target)


def test_port_and_data_folder_can_be_chosen():
    command = made("run", "PORT=8123", "DATA=/some/where").splitlines()[-1]
    assert "recruitment.run" in command
    assert shlex.split(command)[-4:] == ["--port", "8123", "--data", "/some/where"]


def test_the_makefile_needs_no_particular_make():
    text = (ROOT / "Makefile").read_text()
    assert text.index(".POSIX:") < text.index("PYTHON =")
    assert not re.search(r"\$\(shell|\?=|:=|^ifeq|^ifdef|\[\[", text, re.M)


def test_ci_runs_the_whole_suite():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert "set -euo pipefail" in script.read_text()
    assert re.search(r"^make test", script.read_text(), re.M)


@pytest.mark.parametrize("path", [".data/keys.json", ".env", ".venv/bin/python", "locale/de/LC_MESSAGES/django.mo"])
def test_git_ignores_what_belongs_to_one_machine(path):
    assert subprocess.run(["git", "check-ignore", "--quiet", "--no-index", path], cwd=ROOT, check=False).returncode == 0


# --- The lock -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["base.txt", "dev.txt"])
def test_the_lock_has_exact_versions_with_hashes_and_names_no_index(name):
    text = re.sub(r"\\\n", " ", (ROOT / "requirements" / name).read_text())
    entries = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert entries
    for entry in entries:
        assert re.match(r"\S+==\S+ +(; .+? +)?--hash=sha256:", entry), entry.split()[0]
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|--trusted-host", text)


@pytest.mark.parametrize("name", ["base", "dev"])
def test_everything_that_is_wanted_is_locked(name):
    wanted = re.findall(r"^([A-Za-z][A-Za-z0-9._-]*)", (ROOT / "requirements" / f"{name}.in").read_text(), re.M)
    assert set(wanted) <= set(locked(f"{name}.txt"))


def test_tests_run_on_the_versions_that_serve():
    assert locked("base.txt").items() <= locked("dev.txt").items()


# --- Containers ---------------------------------------------------------------------------------------------------


def test_every_service_is_there_and_says_whether_it_is_healthy(compose):
    services = compose["services"]
    assert set(services) == {"prepare", "web", "worker", "beat", "postgres", "redis", "mail"}
    for name, service in services.items():
        assert "healthcheck" in service, name


def test_web_worker_and_beat_are_one_image(compose):
    assert len({compose["services"][name]["image"] for name in ("prepare", "web", "worker", "beat")}) == 1


def test_nothing_is_offered_to_other_machines(compose):
    for service in compose["services"].values():
        for port in service.get("ports", []):
            assert port.startswith("127.0.0.1:")


def test_no_secret_stands_in_the_compose_file(compose):
    for service in compose["services"].values():
        for name, value in service.get("environment", {}).items():
            if re.search("PASSWORD|SECRET|AUTH|^(FIELD|DOCUMENT)_KEYS", name):
                assert REQUIRED.fullmatch(value), name
            if name.endswith("_URL") and "@" in value:
                assert REQUIRED.search(value.split("@")[0]), name


def test_the_settings_read_every_variable_that_the_containers_get(compose):
    settings = (ROOT / "recruitment" / "settings.py").read_text()
    for name in compose["services"]["web"]["environment"]:
        assert f'env("{name}"' in settings or f'"{name}", ' in settings, name


def test_the_containers_wait_for_what_they_need(compose):
    for name in ("web", "worker", "beat"):
        waits = compose["services"][name]["depends_on"]
        assert waits["prepare"]["condition"] == "service_completed_successfully"
        assert waits["postgres"]["condition"] == waits["redis"]["condition"] == "service_healthy"


def test_files_that_are_mounted_exist(compose):
    mounted = [volume for service in compose["services"].values() for volume in service.get("volumes", []) if volume.startswith("./")]
    assert mounted
    for volume in mounted:
        assert (ROOT / volume.split(":")[0]).is_file()


def test_the_image_does_not_run_as_root_and_has_a_health_check(instructions):
    last_user = [argument for word, argument in instructions if word == "USER"][-1]
    assert last_user not in ("root", "0")
    assert "docker/healthy.py" in dict(instructions)["HEALTHCHECK"]


def test_the_image_installs_from_the_lock_and_has_the_libraries_that_pages_need(instructions):
    commands = " ".join(argument for word, argument in instructions if word == "RUN")
    assert "--require-hashes" in commands
    for package in libraries.FOR_PAGES.values():
        assert package in commands


def test_the_image_leaves_out_what_it_does_not_need():
    assert {".git", ".data", ".env", ".venv", "tests"} <= set((ROOT / ".dockerignore").read_text().split())


@pytest.mark.xdist_group("servers")
def test_the_roles_of_the_container_are_those_of_the_portal(tmp_path, monkeypatch):
    words = {"PORTAL_OWNER_PASSWORD": "one", "PORTAL_APP_PASSWORD": "two", "PORTAL_COMPARTMENT_PASSWORD": "it's three"}
    cluster = postgres.cluster(tmp_path, password="secret")
    pid, port = postgres.start(tmp_path, cluster, port=None, password="secret", settings={"fsync": "off"})
    try:
        superuser = postgres.url(port, postgres.SUPERUSER, "secret", "postgres")
        program = postgres.binaries(cluster.user) / "psql"
        for name, value in words.items():
            monkeypatch.setenv(name, value)
        subprocess.run([program, "--quiet", "--set=ON_ERROR_STOP=1", f"--file={ROOT}/docker/roles.sql", superuser], check=True)
        for role, word in zip(("portal_owner", "portal_app", "portal_compartment"), words.values(), strict=True):
            psycopg.connect(host="127.0.0.1", port=port, user=role, password=word, dbname="portal").close()
    finally:
        postgres.stop(pid)
        postgres.remove(tmp_path)


# --- System libraries ---------------------------------------------------------------------------------------------


def test_a_missing_library_is_named_by_its_package(monkeypatch):
    monkeypatch.setitem(libraries.FOR_PAGES, "libnowhere.so.0", "libnowhere0")
    assert libraries.missing(tests=False) == ["libnowhere0"]


def test_whoever_may_not_install_is_told_what_to_install_in_one_line(monkeypatch, capsys):
    monkeypatch.setitem(libraries.FOR_PAGES, "libnowhere.so.0", "libnowhere0")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert libraries.main() == 1
    assert capsys.readouterr().err == "Please install these first: sudo apt-get install libnowhere0\n"
