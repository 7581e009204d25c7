"""What is kept: every personal field has an answer, registers are only added to, and no migration is missing."""

import json

import pytest
from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from recruitment.core.grants import APP, APPEND_ONLY, NEVER_REWRITTEN
from recruitment.privacy import inventory, registry

FLOORS_THAT_KEEP = {
    "account",
    "alerts",
    "applications",
    "appointments",
    "assessments",
    "consents",
    "courses",
    "documents",
    "interviews",
    "letters",
    "mentoring",
    "notices",
    "saved_positions",
    "readings",
    "requests",
    "services",
    "tests",
}


def test_every_personal_field_has_purpose_basis_and_time():
    assert inventory.unregistered() == []


@pytest.mark.django_db
def test_my_data_holds_every_floor_and_can_be_written(submitted, candidate):
    everything = json.loads(json.dumps(registry.exported(candidate), cls=DjangoJSONEncoder))
    assert set(everything) == FLOORS_THAT_KEEP
    assert everything["applications"][0]["number"] == submitted.reference
    assert everything["consents"]


@pytest.mark.django_db
def test_nobody_is_given_what_belongs_to_another(submitted, rival):
    everything = registry.exported(rival)
    assert not any(everything[floor] for floor in FLOORS_THAT_KEEP - {"account", "documents"})
    assert everything["documents"] == {"received": [], "issued": []}


def may(right: str, table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select has_table_privilege(%s, %s, %s)", [APP, f"public.{table}", right])
        return cursor.fetchone()[0]


@pytest.mark.django_db
@pytest.mark.parametrize("table", APPEND_ONLY)
def test_a_register_is_read_and_added_to_and_nothing_else(table):
    assert [may(right, table) for right in ("select", "insert", "update", "delete", "truncate")] == [True, True, False, False, False]


@pytest.mark.django_db
@pytest.mark.parametrize("table", NEVER_REWRITTEN)
def test_an_opening_may_be_erased_but_not_rewritten(table):
    assert [may(right, table) for right in ("select", "insert", "update", "delete", "truncate")] == [True, True, False, True, False]


def test_no_migration_is_missing():
    loader = MigrationLoader(None)
    changes = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(graph=loader.graph)
    assert {label: [str(step) for step in found[0].operations] for label, found in changes.items()} == {}
