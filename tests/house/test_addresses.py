"""Every address for every role: who sees what, that strangers see nothing, and that looking changes nothing."""

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.urls import URLResolver, get_resolver, reverse

from tests.house import belongings
from tests.house.addresses import ROLES, TABLE

pytestmark = pytest.mark.django_db(databases=["default", "compartment"])

# Reading may leave a footprint; a session is the reader's own.
MAY_CHANGE = {"audit_entry", "django_session"}


def named(patterns, namespace: str = ""):
    """Every named address that needs no argument, the admin's own left to its own test."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace != "admin" and not pattern.pattern.converters:
                yield from named(pattern.url_patterns, f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace)
        elif pattern.name and not pattern.pattern.converters and "(?P" not in str(pattern.pattern):
            yield namespace + pattern.name


NAMES = list(dict.fromkeys(named(get_resolver().url_patterns)))


@pytest.fixture
def readers(request, client):
    """A signed-in browser for each role, the anonymous one first."""
    made = {}
    for role in ROLES:
        browser = type(client)()
        if role != "anonymous":
            browser.force_login(request.getfixturevalue(role))
        made[role] = browser
    return made


@pytest.fixture
def addresses(candidate, position, second_mentor, hr_officer) -> list[str]:
    return belongings.of(candidate, position=position, mentor=second_mentor, hr_officer=hr_officer)


def status(browser, address: str) -> int:
    return browser.get(address, headers={"accept-language": "en"}).status_code


def content() -> dict[str, str]:
    """A fingerprint of every table that a reader could have changed."""
    tables = {model._meta.db_table for model in apps.get_models() if model._meta.managed and not model._meta.proxy}
    fingerprints = {}
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public'")
        for table in sorted(tables & {name for (name,) in cursor.fetchall()} - MAY_CHANGE):
            cursor.execute(f"select md5(coalesce(string_agg(row::text, '|' order by row::text), '')) from {table} row")
            fingerprints[table] = cursor.fetchone()[0]
    return fingerprints


def test_the_table_names_every_address():
    assert sorted(TABLE) == sorted(NAMES)


def test_every_role_is_answered_as_the_table_says(readers):
    answered = {name: tuple(status(browser, reverse(name)) for browser in readers.values()) for name in NAMES}
    assert {name: told for name, told in answered.items() if told != TABLE[name]} == {}


def test_what_belongs_to_a_candidate_does_not_exist_for_anybody_else(addresses, candidate, rival, outsider, client):
    own = type(client)()
    own.force_login(candidate)
    for stranger in (rival, outsider):
        client.force_login(stranger)
        # A verb that nobody may call by looking says so to everybody alike.
        told = {address: status(client, address) for address in addresses}
        assert {address: code for address, code in told.items() if code != 404 and not code == status(own, address) == 405} == {}


def test_its_owner_finds_it(addresses, candidate, client):
    client.force_login(candidate)
    found = [address for address in addresses if status(client, address) in (200, 302)]
    assert len(found) > len(addresses) / 2


def test_a_visitor_is_asked_to_sign_in(addresses, client):
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code in (302, 405), address
        assert answer.status_code == 405 or answer.url.startswith(reverse(settings.LOGIN_URL)), address


@pytest.mark.parametrize("role", ROLES)
def test_looking_changes_nothing(role, readers, addresses, position):
    pages = [reverse(name) for name in NAMES if name != "account_logout"]
    pages += [*addresses, reverse("positions:detail", args=[position.reference]), reverse("positions:deadline", args=[position.reference])]
    before = content()
    for page in pages:
        status(readers[role], page)
    after = content()
    assert [table for table in before if before[table] != after[table]] == []
