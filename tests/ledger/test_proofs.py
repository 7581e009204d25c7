"""What anyone may ask: the head and the proofs, checked as a stranger would check them, and nothing about people."""

import base64
from uuid import uuid4

import pytest
from django.urls import reverse

from recruitment.core.static.verify import verify_ledger
from recruitment.ledger import merkle, queries
from recruitment.ledger.actions import commit, sign_checkpoint
from recruitment.ledger.models import Leaf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def key(settings):
    settings.LEDGER_SIGNING_KEY = base64.b64encode(bytes(range(32))).decode()


@pytest.fixture
def leaves(robot):
    return [commit("marks", f"SH-2026-{number:05d}", {"name": "canary"}, by=robot) for number in range(7)]


def inclusion(client, leaf_hash):
    return client.get(reverse("ledger:inclusion", args=[leaf_hash]))


def test_every_leaf_under_the_head_can_be_proved(client, leaves):
    sign_checkpoint()
    for leaf in leaves:
        proof = inclusion(client, leaf.hex).json()
        path = [bytes.fromhex(node) for node in proof["path"]]
        root = bytes.fromhex(proof["checkpoint"]["root"])
        found = merkle.hash_leaf(bytes.fromhex(proof["commitment"]))
        assert merkle.verify_inclusion(found, proof["index"], proof["checkpoint"]["size"], path, root)


def test_a_proof_tells_nothing_about_anybody(client, leaves):
    sign_checkpoint()
    answer = inclusion(client, leaves[0].hex).content.decode() + client.get(reverse("ledger:checkpoint")).content.decode()
    assert "canary" not in answer
    assert "SH-2026" not in answer
    assert "marks" not in answer


def test_a_leaf_that_is_not_signed_yet_waits(client, leaves, robot):
    assert inclusion(client, leaves[0].hex).status_code == 202
    sign_checkpoint()
    late = commit("marks", "late", {}, by=robot)
    assert inclusion(client, late.hex).status_code == 202
    assert inclusion(client, leaves[0].hex).status_code == 200


def test_an_unknown_hash_and_an_empty_ledger_are_not_found(client):
    assert inclusion(client, "0" * 64).status_code == 404
    assert client.get(reverse("ledger:checkpoint")).status_code == 404


@pytest.mark.parametrize("path", ["proof/zz.json", f"proof/{'0' * 63}.json", f"proof/{'Z' * 64}.json", "consistency/a/b.json"])
def test_a_malformed_address_is_not_found(client, path):
    assert client.get(f"/ledger/{path}").status_code == 404


def test_two_heads_are_shown_to_be_consistent(client, leaves, robot):
    sign_checkpoint()
    commit("marks", "more", {}, by=robot)
    sign_checkpoint()
    proof = client.get(reverse("ledger:consistency", args=[7, 8])).json()
    roots = (bytes.fromhex(proof["first"]["root"]), bytes.fromhex(proof["second"]["root"]))
    assert merkle.verify_consistency(7, 8, roots, [bytes.fromhex(node) for node in proof["path"]])


@pytest.mark.parametrize(("first", "second"), [(7, 9), (0, 7), (8, 7), (10**11, 7)])
def test_consistency_is_shown_only_between_signed_heads(client, leaves, first, second):
    sign_checkpoint()
    assert client.get(reverse("ledger:consistency", args=[first, second])).status_code == 404


def test_whoever_asks_gets_the_receipt_of_rules_and_notices_and_of_nobody_alone(client, leaves, robot):
    rules, notice = (commit(kind, "2026-1", {"competence": 40}, by=robot) for kind in ("round", "notice"))
    own = commit("notice", "2026-1", {}, about=uuid4(), by=robot)
    assert client.get(reverse("ledger:receipt", args=[rules.hex])).json()["proof"] is None
    sign_checkpoint()
    for leaf in (rules, notice):
        told = client.get(reverse("ledger:receipt", args=[leaf.hex])).json()
        assert all(whether for _code, whether, _whose in verify_ledger.receipt_steps(told))
    for leaf in (own.hex, leaves[0].hex, "0" * 64):
        assert client.get(reverse("ledger:receipt", args=[leaf])).status_code == 404


def test_nothing_is_changed_by_asking(client, leaves):
    sign_checkpoint()
    for method in (client.post, client.put, client.delete):
        assert method(reverse("ledger:checkpoint")).status_code == 405
    assert Leaf.objects.count() == 7


def test_a_kept_tree_of_another_past_is_not_believed(client, leaves, robot):
    queries.kept.tree.extend([b"1" * 32] * 9)
    sign_checkpoint()
    test_every_leaf_under_the_head_can_be_proved(client, leaves)
    commit("marks", "more", {}, by=robot)
    sign_checkpoint()
    assert inclusion(client, Leaf.objects.get(index=7).hex).json()["checkpoint"]["size"] == 8


def test_the_head_costs_two_queries_and_a_proof_three(client, leaves, django_assert_num_queries):
    sign_checkpoint()
    inclusion(client, leaves[0].hex)
    with django_assert_num_queries(2):
        client.get(reverse("ledger:checkpoint"))
    with django_assert_num_queries(3):
        inclusion(client, leaves[3].hex)
