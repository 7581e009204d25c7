"""The compartment: its own role, its own members, one result that leaves."""

import os
import re
import subprocess
import sys

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connections, transaction

from recruitment.accounts.roles import Role
from recruitment.audit.models import Entry
from recruitment.core import crypto
from recruitment.core.routers import COMPARTMENT_APPEND_ONLY
from screening.applications.models import Application
from screening.security import actions
from screening.security.actions import decisions
from screening.security.models import Membership, Review, Trace
from tests import factories
from tests.security.declared import concern, decided, declared, negative

pytestmark = pytest.mark.django_db(databases=["default", "compartment"])


TABLES = sorted(model._meta.db_table for model in apps.get_app_config("security").get_models())
WRITES = {
    "insert": "insert into compartment.{} default values",
    "update": "update compartment.{} set id = id",
    "delete": "delete from compartment.{}",
}
FORBIDDEN = [
    *(f"update {table} set id = id" for table in COMPARTMENT_APPEND_ONLY),
    *(f"delete from {table}" for table in TABLES),
    *(f"truncate {table} cascade" for table in TABLES),
    *(f"alter table {table} disable trigger all" for table in ("security_trace", "security_review")),
    *("drop table security_trace", "create table compartment.beside (id int)", "delete from django_migrations", "set role portal_owner"),
]


def refused(alias: str, statement: str) -> str:
    """What the server says to a role; the savepoint keeps the test's transaction alive."""
    with pytest.raises(DatabaseError) as said, transaction.atomic(using=alias):
        connections[alias].cursor().execute(statement)
    return str(said.value)


@pytest.mark.parametrize("table", [*TABLES, "django_migrations"])
def test_the_ordinary_role_can_not_even_look(table, review):
    assert "permission denied" in refused("default", f"select * from compartment.{table}")
    for statement in WRITES.values():
        assert "permission denied" in refused("default", statement.format(table))


def test_the_compartments_role_can_not_do_what_it_must_not(review):
    said = {statement: refused("compartment", statement) for statement in FORBIDDEN}
    assert {
        statement: words for statement, words in said.items() if "permission denied" not in words and "must be owner" not in words
    } == {}


def test_the_compartments_role_can_not_see_the_other_tables(review):
    with connections["compartment"].cursor() as cursor:
        cursor.execute(
            "select current_user, bool_or(has_table_privilege(oid, 'select')) from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
        )
        assert cursor.fetchone() == ("portal_compartment", False)
    assert re.search("permission denied|does not exist", refused("compartment", "select * from public.applications_application"))


def test_no_key_leads_into_the_compartment_or_out_of_it():
    inside = set(apps.get_app_config("security").get_models())
    for model in apps.get_models():
        targets = {field.related_model for field in model._meta.local_fields if field.is_relation}
        assert not targets or (model in inside) == bool(targets & inside) or not targets & inside
        assert model not in inside or targets <= inside


def test_the_text_opens_with_the_compartments_own_key_alone(review, members, settings):
    actions.judge(declared(review), dimension="business", opinion=concern(), by=members[0])
    with connections["compartment"].cursor() as cursor:
        cursor.execute("select uuid, concern from security_judgement")
        uuid, raw = cursor.fetchone()
    told = {"purpose": "security_judgement.concern", "bond": str(uuid)}
    assert crypto.unseal(bytes(raw), **told, keys=settings.COMPARTMENT_KEYS).decode() == "A share that was not declared"
    for keys in (settings.FIELD_KEYS, settings.DOCUMENT_KEYS):
        with pytest.raises(crypto.Tampered):
            crypto.unseal(bytes(raw), **told, keys=keys)


@pytest.mark.parametrize("wrong", ["", "FIELD_KEYS", "DOCUMENT_KEYS"])
def test_without_a_key_of_its_own_nothing_starts(wrong):
    environment = dict(os.environ) | {"COMPARTMENT_KEYS": os.environ.get(wrong, "")}
    started = subprocess.run(
        [sys.executable, "-c", "import recruitment.settings"], env=environment, capture_output=True, text=True, check=False
    )
    assert started.returncode == 1
    assert "COMPARTMENT_KEYS" in started.stderr or "Key 1 must read" in started.stderr


def test_a_review_is_opened_only_for_the_nominated_and_once(assessed, nominated, robot):
    assert actions.open_due(by=robot) == 1
    assert actions.open_due(by=robot) == 0


def test_two_members_clear_a_file_and_only_the_result_leaves(review, members, nominated):
    decided(review, members)
    file = Application.objects.get(pk=nominated.pk)
    assert (file.state, file.security_gate) == ("cleared", "passed")
    assert Review.objects.get(pk=review.pk).carried_at is not None
    assert not Entry.objects.filter(subject_label__startswith="security.").exists()


def test_the_database_knows_two_persons_too(review, members):
    with pytest.raises(DatabaseError, match="review_two_persons"), transaction.atomic(using="compartment"):
        Review.objects.filter(pk=review.pk).update(proposed_by=1, decided_by=1, state="proposed", conclusion="passed")


def test_a_file_that_did_not_pass_stays_nominated_and_is_decided_by_four_eyes(review, members, nominated):
    decided(review, members, negative(), business=concern())
    file = Application.objects.get(pk=nominated.pk)
    assert (file.state, file.security_gate) == ("nominated", "not_passed")


def test_what_broke_between_the_two_commits_is_swept(review, members, nominated, robot, monkeypatch):
    monkeypatch.setattr(decisions, "carry", lambda review, *, by: None)
    decided(review, members)
    monkeypatch.undo()
    assert Application.objects.get(pk=nominated.pk).state == "nominated"
    assert actions.carry_due(by=robot) == 1
    assert actions.carry_due(by=robot) == 0
    assert Application.objects.get(pk=nominated.pk).state == "cleared"


@pytest.mark.parametrize(
    "who", ["superuser", "hr_officer", "security_administrator", "audit_administrator", "publicity_officer", "candidate"]
)
def test_nobody_else_sees_that_there_is_a_compartment(who, request, client, review, members):
    client.force_login(request.getfixturevalue(who))
    assert client.get("/admin/security/review/").status_code in (302, 403)
    assert client.get(f"/admin/security/review/{review.pk}/change/").status_code in (302, 403, 404)


def test_a_reviewer_without_membership_stays_outside(client, review):
    client.force_login(factories.person("stranger", Role.SECURITY_REVIEWER))
    assert client.get("/admin/security/review/").status_code == 403


def test_a_member_works_inside_and_every_reading_leaves_a_trace(client, review, members):
    client.force_login(members[0])
    assert client.get("/admin/security/review/").status_code == 200
    page = client.get(f"/admin/security/review/{review.pk}/change/")
    assert page.status_code == 200
    assert "禁止在本系统存储" in page.content.decode()
    assert Trace.objects.filter(review=review, user_id=members[0].pk, verb="read").count() == 1


def test_whoever_was_expelled_is_outside_at_once(client, members, security_administrator, review):
    membership = Membership.objects.get(user_id=members[0].pk)
    actions.expel(membership, by=security_administrator)
    client.force_login(members[0])
    assert client.get("/admin/security/review/").status_code == 403


def test_nobody_admits_themselves(security_administrator):
    with pytest.raises(PermissionDenied):
        actions.admit(security_administrator, reason="x", by=security_administrator)
