"""Signing the head: once for each size, never over a past that was changed, and never without a key."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import DatabaseError, connection, transaction

from recruitment.core.refusals import Refused
from recruitment.ledger import merkle, queries
from recruitment.ledger.actions import commit, sign_checkpoint
from recruitment.ledger.models import Checkpoint, Leaf
from recruitment.ledger.tasks import checkpoint

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def key(settings):
    settings.LEDGER_SIGNING_KEY = base64.b64encode(bytes(range(32))).decode()


@pytest.fixture
def leaves(robot):
    return [commit("paper", str(number), {"number": number}, by=robot) for number in range(5)]


def test_the_signature_is_valid_for_whoever_has_only_the_document(leaves):
    document = queries.checkpoint_document(sign_checkpoint())
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(document["public_key"]))
    public.verify(base64.b64decode(document["signature"]), document["note"].encode())
    assert document["note"].splitlines()[1:3] == ["5", merkle.root([bytes(leaf.leaf_hash) for leaf in leaves]).hex()]


def test_nothing_is_signed_when_nothing_was_added(leaves):
    assert sign_checkpoint() is not None
    assert sign_checkpoint() is None
    assert Checkpoint.objects.count() == 1


def test_an_empty_ledger_is_not_signed():
    assert sign_checkpoint() is None


def test_the_next_head_is_consistent_with_the_one_before(leaves, robot):
    first = sign_checkpoint()
    commit("notice", "1", {}, by=robot)
    second = sign_checkpoint()
    path = [bytes.fromhex(node) for node in queries.consistency_document(first, second)["path"]]
    assert merkle.verify_consistency(5, 6, (bytes(first.root), bytes(second.root)), path)


@pytest.mark.parametrize(("key", "says"), [("", "has no signing key"), ("short", "is not a key"), ("AAAA", "is not a key")])
def test_without_a_key_it_refuses_and_says_what_to_set(leaves, settings, key, says):
    settings.LEDGER_SIGNING_KEY = key
    with pytest.raises(Refused, match=says):
        sign_checkpoint()
    assert not Checkpoint.objects.exists()


def test_the_hourly_task_signs_once_and_does_not_fail_without_a_key(leaves, settings, caplog):
    assert checkpoint() == 5
    assert checkpoint() is None
    settings.LEDGER_SIGNING_KEY = ""
    Leaf.objects.create(index=5, kind="x", reference="x", commitment=b"1", leaf_hash=b"2", at="2026-11-23 12:00+08:00")
    assert checkpoint() is None
    assert "has no signing key" in caplog.text


def test_a_past_that_no_longer_fits_is_never_signed(leaves):
    root = merkle.root([b"\0" * 32] * 4)
    Checkpoint.objects.create(size=4, root=root, at="2026-11-23 12:00+08:00", signature=b"0" * 64, key_id="0")
    with pytest.raises(Refused, match="no longer fits"):
        sign_checkpoint()


@pytest.mark.parametrize("statement", ["update ledger_checkpoint set root = ''", "delete from ledger_checkpoint"])
def test_the_application_cannot_change_a_checkpoint(leaves, statement):
    sign_checkpoint()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
