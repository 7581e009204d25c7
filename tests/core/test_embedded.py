"""The embedded servers: what they promise to a person who starts, kills and starts them again."""

import os
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
import redis

from recruitment import embedded
from recruitment.embedded import postgres, processes

ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import pathlib, sys, time
from recruitment import embedded
embedded.start(pathlib.Path(sys.argv[1]))
print("up", flush=True)
time.sleep(600)
"""

pytestmark = pytest.mark.xdist_group("servers")


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    yield folder
    embedded.remove(folder)


@pytest.fixture(scope="module")
def services(tmp_path_factory):
    folder = tmp_path_factory.mktemp("embedded") / "data"
    services = embedded.start(folder)
    yield services
    services.stop()
    embedded.remove(folder)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def hold_in_another_process(data: Path) -> subprocess.Popen:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(data)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None and holder.stdout.readline() == "up\n"
    return holder


def kill(holder: subprocess.Popen) -> None:
    holder.kill()
    holder.communicate()


def leave_a_mark(services: embedded.Services) -> None:
    with psycopg.connect(services.owner_url) as connection:
        connection.execute("CREATE TABLE mark (word text)")
        connection.execute("INSERT INTO mark VALUES ('市')")
    with redis.Redis.from_url(services.redis_url) as broker:
        broker.set("mark", "市")


def assert_the_mark_is_there(services: embedded.Services) -> None:
    with psycopg.connect(services.owner_url) as connection:
        assert connection.execute("SELECT word FROM mark").fetchall() == [("市",)]


def test_each_address_is_a_login_of_its_own(services):
    urls = {"portal_owner": services.owner_url, "portal_app": services.app_url, "portal_compartment": services.compartment_url}
    for role, url in urls.items():
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT current_user, current_database()").fetchone() == (role, "portal")


def test_only_the_owner_may_make_tables(services):
    for url in (services.app_url, services.compartment_url):
        with psycopg.connect(url) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE TABLE intruder (id int)")


def test_trigrams_see_chinese(services):
    with psycopg.connect(services.owner_url) as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        assert connection.execute("SELECT similarity('外籍公务人员', '外籍公务人员招聘') > 0.4").fetchone() == (True,)


def test_a_wrong_password_is_refused(services):
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(services.app_url.replace("portal_app:", "portal_app:x"))
    with redis.Redis.from_url(services.redis_url.replace("://:", "://:x")) as broker, pytest.raises(redis.AuthenticationError):
        broker.ping()


def test_the_servers_listen_on_the_loopback_address_alone(services):
    with psycopg.connect(services.superuser_url) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("127.0.0.1",)
        assert connection.execute("SHOW unix_socket_directories").fetchone() == ("",)
    with redis.Redis.from_url(services.redis_url) as broker:
        assert broker.config_get("bind") == {"bind": "127.0.0.1"}


def test_the_broker_keeps_everything_and_evicts_nothing(services):
    with redis.Redis.from_url(services.redis_url) as broker:
        assert broker.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
        assert broker.config_get("appendonly") == {"appendonly": "yes"}


def test_secrets_and_folders_are_closed_to_others(services):
    assert mode(services.data) == 0o700
    for name in ("passwords.json", "services.json", "ports.json", "valkey/valkey.conf"):
        assert mode(services.data / name) == 0o600, name
    assert mode(postgres.home(services.data)) == 0o700


def test_no_folder_above_the_data_is_changed(tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    before = {folder: folder.stat().st_mode for folder in closed.parents}
    services = embedded.start(closed / "data")
    services.stop()
    embedded.remove(closed / "data")
    assert mode(closed) == 0o700
    assert {folder: folder.stat().st_mode for folder in closed.parents} == before


def test_the_database_never_runs_as_root(services):
    assert Path(f"/proc/{services.postgres_pid}").stat().st_uid != 0


def test_another_process_finds_the_running_servers(services):
    script = "import sys, json, pathlib; from recruitment import embedded; print(json.dumps(embedded.urls(pathlib.Path(sys.argv[1]))))"
    told = subprocess.run([sys.executable, "-c", script, services.data], cwd=ROOT, capture_output=True, text=True, check=True)
    assert services.app_url in told.stdout
    assert services.superuser_url not in told.stdout


def test_a_second_portal_on_the_same_folder_is_told_who_holds_it(services):
    with pytest.raises(embedded.AlreadyRunning, match=rf"process {os.getpid()}\) already runs"):
        embedded.start(services.data)


def test_a_second_start_finds_everything_at_the_same_address(data):
    first = embedded.start(data)
    leave_a_mark(first)
    first.stop()
    assert embedded.urls(data) is None
    second = embedded.start(data)
    assert second.environment == first.environment
    assert_the_mark_is_there(second)
    with redis.Redis.from_url(second.redis_url) as broker:
        assert broker.get("mark") == "市".encode()
    second.stop()


def test_a_taken_port_is_given_up(data):
    first = embedded.start(data)
    first.stop()
    with socket.socket() as intruder:
        intruder.bind(("127.0.0.1", int(first.redis_url.rsplit(":", 1)[1].split("/")[0])))
        intruder.listen()
        second = embedded.start(data)
        assert second.redis_url != first.redis_url
        second.stop()


def test_a_killed_parent_leaves_a_folder_that_starts_again(data):
    holder = hold_in_another_process(data)
    orphaned = embedded.running(data)
    assert orphaned is not None
    leave_a_mark(orphaned)
    kill(holder)
    services = embedded.start(data)
    assert_the_mark_is_there(services)
    assert not processes.command_of(orphaned.postgres_pid)
    assert not processes.command_of(orphaned.valkey_pid)
    services.stop()


def test_killed_servers_recover(data):
    services = embedded.start(data)
    leave_a_mark(services)
    for pid in (services.postgres_pid, services.valkey_pid):
        os.kill(pid, signal.SIGKILL)
        assert processes.await_end(pid, 5)
    assert embedded.urls(data) is None
    assert services.lock is not None
    services.lock.close()
    again = embedded.start(data)
    assert_the_mark_is_there(again)
    again.stop()


def test_a_server_that_outlived_its_portal_is_ended_first(data):
    services = embedded.start(data)
    assert services.lock is not None
    services.lock.close()
    again = embedded.start(data)
    assert not processes.command_of(services.postgres_pid)
    assert not processes.command_of(services.valkey_pid)
    assert again.environment == services.environment
    again.stop()


def test_a_process_number_that_now_belongs_to_someone_else_is_left_alone(data):
    embedded.start(data).stop()
    bystander = subprocess.Popen(["sleep", "600"])
    (postgres.home(data) / "cluster" / "postmaster.pid").write_text(f"{bystander.pid}\n")
    (data / "valkey" / "pid").write_text(str(bystander.pid))
    embedded.start(data).stop()
    assert bystander.poll() is None
    bystander.kill()
    bystander.wait()


def test_an_initialisation_cut_short_is_begun_anew(data):
    data.mkdir(mode=0o700)
    draft = postgres.home(data) / "draft"
    draft.mkdir()
    (draft / "PG_VERSION").write_text("18")
    embedded.start(data).stop()


def test_server_settings_are_passed_on(data):
    services = embedded.start(data, {"fsync": "off"})
    with psycopg.connect(services.superuser_url) as connection:
        assert connection.execute("SHOW fsync").fetchone() == ("off",)
    services.stop()


def test_a_server_that_cannot_start_says_why_and_leaves_nothing_running(data):
    with pytest.raises(embedded.PostgresDidNotStart, match="shared_buffers"):
        embedded.start(data, {"shared_buffers": "nonsense"})
    assert embedded.urls(data) is None


def test_removing_takes_the_database_along(data):
    embedded.start(data).stop()
    home = postgres.home(data)
    embedded.remove(data)
    assert not data.exists()
    assert not home.exists()


def test_removing_never_touches_a_folder_that_the_portal_did_not_make(data, tmp_path):
    precious = tmp_path / "precious"
    precious.mkdir()
    data.mkdir(mode=0o700)
    (data / "lock").touch()
    (data / "postgres.place").write_text(str(precious))
    with pytest.raises(ValueError, match="did not make"):
        embedded.remove(data)
    assert precious.exists()
    (data / "postgres.place").unlink()
