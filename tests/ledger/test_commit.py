"""Committing: one leaf in the transaction of what it fixes, dense, salted, and opened only by its receipt."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.ledger import merkle, queries
from recruitment.ledger.actions import commit, forget, forget_file
from recruitment.ledger.commitments import canonical, commitment, envelope_of_old
from recruitment.ledger.models import Leaf, Opening
from recruitment.ledger.verification import findings

pytestmark = pytest.mark.django_db

WEIGHTS = {"competence": 40, "crosscultural": 60}


def test_a_leaf_commits_to_kind_reference_and_content(hr_officer):
    leaf = commit("weights", "2026-2", WEIGHTS, by=hr_officer)
    opening = leaf.opening
    text = b'{"about":null,"at":"%s","kind":"weights","payload":{"competence":40,"crosscultural":60},"reference":"2026-2"}'
    text %= leaf.at.astimezone(UTC).isoformat().encode()
    assert bytes(leaf.commitment) == hashlib.sha256(bytes(opening.salt) + text).digest()
    assert bytes(leaf.leaf_hash) == hashlib.sha256(b"\x00" + bytes(leaf.commitment)).digest()


def test_leaves_stand_in_a_dense_row_from_zero(hr_officer):
    assert [commit("paper", str(number), {}, by=hr_officer).index for number in range(3)] == [0, 1, 2]


def test_the_same_content_twice_gives_two_leaves_that_show_no_likeness(hr_officer):
    one, other = (commit("marks", "A", {"mark": 80}, by=hr_officer) for _ in range(2))
    assert bytes(one.commitment) != bytes(other.commitment)


def test_what_is_rolled_back_leaves_no_gap(hr_officer):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        commit("paper", "A", {}, by=hr_officer)
        raise ZeroDivisionError
    assert commit("paper", "B", {}, by=hr_officer).index == 0


@pytest.mark.django_db(transaction=True)
def test_a_leaf_outside_a_transaction_is_refused(robot):
    with pytest.raises(RuntimeError, match="transaction"):
        commit("paper", "A", {}, by=robot)


@pytest.mark.django_db(transaction=True)
def test_parallel_writers_leave_a_dense_row_and_a_whole_ledger(robot):
    def write(number):
        try:
            with transaction.atomic():
                commit("paper", str(number), {"number": number}, by=robot)
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as writers:
        list(writers.map(write, range(40)))
    assert list(Leaf.objects.values_list("index", flat=True)) == list(range(40))
    assert list(findings()) == []


def test_it_leaves_one_footprint_without_the_content(hr_officer):
    leaf = commit("marks", "SH-2026-00042", {"mark": "canary"}, by=hr_officer)
    entry = Entry.objects.get(verb="ledger.leaf.commit")
    assert entry.data == {"kind": "marks", "reference": "SH-2026-00042", "leaf_hash": leaf.hex, "at": leaf.at.astimezone(UTC).isoformat()}
    assert entry.actor_id == hr_officer.pk


def test_the_receipt_proves_the_content_and_nothing_else_does(hr_officer):
    leaf = commit("marks", "A", {"mark": Decimal("80.50"), "on": date(2026, 11, 23), "name": "穆勒"}, by=hr_officer)
    receipt = queries.receipt(Leaf.objects.get(pk=leaf.pk), None)
    content = receipt["content"]
    assert receipt["proof"] is None
    sealed = commitment(bytes.fromhex(receipt["salt"]), content)
    assert merkle.hash_leaf(sealed).hex() == receipt["leaf_hash"]
    content["payload"]["mark"] = "81.50"
    assert commitment(bytes.fromhex(receipt["salt"]), content).hex() != receipt["commitment"]


def test_a_leaf_of_the_time_before_files_and_instants_keeps_its_receipt(hr_officer):
    leaf, salt = Leaf(index=0, kind="marks", reference="A", at=timezone.now()), b"7" * 32
    leaf.commitment = commitment(salt, envelope_of_old(leaf, {"mark": 80}))
    leaf.leaf_hash = merkle.hash_leaf(leaf.commitment)
    leaf.save(force_insert=True)
    Opening.objects.create(leaf=leaf, salt=salt, payload={"mark": 80})
    assert queries.receipt(leaf, None)["content"] == {"kind": "marks", "payload": {"mark": 80}, "reference": "A"}


def test_what_is_erased_about_a_file_is_that_and_no_more(hr_officer):
    mine, other = uuid4(), uuid4()
    for about, kind in ((mine, "submission"), (mine, "marking"), (other, "submission"), (None, "paper")):
        commit(kind, "A", {}, about=about, by=hr_officer)
    forget_file(mine, kinds=["submission"], reason="Retention is over", by=hr_officer)
    assert list(Opening.objects.order_by("leaf").values_list("leaf", flat=True)) == [1, 2, 3]
    assert Leaf.objects.count() == 4


def test_the_canonical_text_is_the_same_whatever_the_order():
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'.encode()


def test_the_content_lies_encrypted(hr_officer):
    commit("marks", "A", {"mark": "canary"}, by=hr_officer)
    with connection.cursor() as cursor:
        cursor.execute("select payload from ledger_opening")
        assert b"canary" not in bytes(cursor.fetchone()[0])


def test_a_forgotten_opening_is_gone_and_the_leaf_stays(security_administrator, hr_officer):
    leaf = commit("marks", "A", {"mark": 80}, by=hr_officer)
    forget(leaf, reason="Retention is over", by=security_administrator)
    assert not Opening.objects.exists()
    assert Leaf.objects.get(pk=leaf.pk).hex == leaf.hex
    assert Entry.objects.get(verb="ledger.leaf.forget").data == {"reason": "Retention is over"}
    forget(leaf, reason="Again", by=security_administrator)
    assert Entry.objects.filter(verb="ledger.leaf.forget").count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "update ledger_leaf set reference = 'B'",
        "delete from ledger_leaf",
        "truncate ledger_leaf cascade",
        "update ledger_opening set salt = ''",
        "alter table ledger_leaf disable trigger all",
        "drop table ledger_leaf",
    ],
)
def test_the_application_cannot_change_what_it_has_committed(hr_officer, statement):
    commit("marks", "A", {"mark": 80}, by=hr_officer)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Leaf.objects.get().reference == "A"
