"""Before anything else: real servers, a database of this process's own, and settings that point there.

What the tests speak of stands in the plugins: the cast, the office with a real worker, the browser.
"""

import os
import shutil
from importlib.util import find_spec

import pytest

from tests.environment import DATABASE, FOLDER, databases

import django  # isort: skip

django.setup()

import redis  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.db import connections  # noqa: E402
from django.test import TransactionTestCase  # noqa: E402
from django.utils import translation  # noqa: E402
from whitenoise import WhiteNoise  # noqa: E402

from recruitment.accounts.hashers import Argon2  # noqa: E402
from tests import statics  # noqa: E402

pytest_plugins = ["tests.office", "tests.chromium"]
if find_spec("tests.cast"):
    pytest_plugins.insert(0, "tests.cast")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of the office and the browser share one process, so that both are opened once."""
    for item in items:
        if {"office", "browser"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.xdist_group("office"))


def pytest_unconfigure() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def static_files() -> None:
    """Pages name hashed files, as in production."""
    (FOLDER / "static").symlink_to(statics.collected())


@pytest.fixture(scope="session", autouse=True)
def _static_files_read_once(static_files):
    """Every client of a test has its own middleware, which would read a thousand files again."""
    read, found = WhiteNoise.add_files, {}

    def add_files(self, root, prefix=None) -> None:
        if (root, prefix) not in found:
            read(self, root, prefix)
            found[root, prefix] = dict(self.files)
        self.files.update(found[root, prefix])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoise, "add_files", add_files)
        yield


@pytest.fixture(scope="session", autouse=True)
def _cheap_passwords():
    """Only the hashes that the tests themselves make; the office, a process of its own, takes what production takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Argon2, "time_cost", 1)
        patch.setattr(Argon2, "memory_cost", 8)
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """A database with the real roles and grants, copied from a template; what a test writes in it is rolled back."""
    databases.drop_leftovers()
    databases.create(DATABASE)
    yield
    with django_db_blocker.unblock():
        connections.close_all()
    databases.drop(DATABASE)


@pytest.fixture(scope="session", autouse=True)
def _renewed_after_commits():
    """A test whose commits are real (`django_db(transaction=True)`) leaves a database behind that is thrown away."""

    def renew(self) -> None:
        connections.close_all()
        databases.drop(DATABASE)
        databases.create(DATABASE)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", renew)
        yield


@pytest.fixture(autouse=True)
def _in_english():
    """A page that one test asked for in German does not leave the next one in German."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _empty_broker_and_cache():
    """Neither messages nor cached pages of one test reach the next."""
    yield
    cache.clear()
    with redis.Redis.from_url(os.environ["REDIS_URL"]) as broker:
        broker.flushdb()
