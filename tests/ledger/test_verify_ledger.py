"""Reading the whole ledger again: every planted change is named, by whoever owns the database as well."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import connections, transaction

from recruitment.ledger import queries
from recruitment.ledger.actions import commit, cosign, forget, sign_checkpoint
from recruitment.ledger.models import Checkpoint, Leaf
from recruitment.ledger.verification import findings

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])

TABLES = ("ledger_leaf", "ledger_checkpoint", "ledger_opening", "ledger_cosignature", "ledger_witness", "audit_entry")
WITHOUT_OPENINGS = "delete from ledger_opening;"


@pytest.fixture
def ledger(robot, signing_key, witness, signed_by_witness):
    """Six leaves, one of them erased, a head over four of them and one over all that a witness has co-signed."""
    with transaction.atomic():
        leaves = [commit("paper", str(number), {"number": number}, by=robot) for number in range(4)]
        sign_checkpoint()
        leaves += [commit("notice", str(number), {"number": number}, by=robot) for number in range(2)]
        head = sign_checkpoint()
        cosign(head, witness=witness, signature=signed_by_witness(queries.checkpoint_document(head)), by=robot)
        forget(leaves[2], reason="x", by=robot)
    return leaves


def tampered(*statements: str) -> list[str]:
    """What the verifier says after somebody with all rights has switched the triggers off."""
    with connections["owner"].cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"alter table {table} disable trigger user")
        for statement in statements:
            cursor.execute(statement)
    return list(findings())


def test_an_untouched_ledger_is_whole_and_says_what_was_erased(ledger, capsys):
    assert list(findings()) == []
    call_command("verify_ledger")
    assert "6 leaves, 1 of them erased for reading; the ledger is whole." in capsys.readouterr().out


def test_a_person_who_is_forgotten_leaves_every_proof_valid(ledger, robot, client):
    proofs = [queries.inclusion_document(leaf, queries.head()) for leaf in ledger]
    for leaf in ledger:
        with transaction.atomic():
            forget(leaf, reason="x", by=robot)
    assert list(findings()) == []
    assert [queries.inclusion_document(leaf, queries.head()) for leaf in Leaf.objects.all()] == proofs


def test_a_kept_checkpoint_convicts_whoever_cuts_or_forks(ledger, tmp_path, robot):
    """The owner rewrites everything, the audit and the signatures included; only what somebody kept outside still speaks."""
    kept = tmp_path / "kept.json"
    kept.write_text(json.dumps(queries.checkpoint_document(queries.head())))
    call_command("verify_ledger", kept=[str(kept)])
    whole = ";".join(f"truncate {table} cascade" for table in TABLES)
    tampered(whole)
    with transaction.atomic():
        for number in range(5):
            commit("paper", str(number), {"number": number}, by=robot)
    with pytest.raises(CommandError, match="1 place"):
        call_command("verify_ledger", kept=[str(kept)])
    with transaction.atomic():
        for number in range(5):
            commit("paper", str(number), {"number": number}, by=robot)
    assert list(findings()) == []
    with pytest.raises(CommandError, match="1 place"):
        call_command("verify_ledger", kept=[str(kept)])


@pytest.mark.parametrize("told", ["", "{}", "[]", '{"size": "x", "root": 1}'])
def test_what_was_not_kept_whole_is_told(tmp_path, told):
    (tmp_path / "kept.json").write_text(told)
    with pytest.raises(CommandError, match="is not a checkpoint"):
        call_command("verify_ledger", kept=[str(tmp_path / "kept.json")])


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("update ledger_leaf set leaf_hash = '\\x00' where index = 1", "Leaf 1: its hash is not that of its commitment."),
        ("update ledger_leaf set commitment = '\\x00' where index = 1", "Leaf 1: its hash is not that of its commitment."),
        ("update ledger_leaf set kind = 'weights' where index = 1", "Leaf 1: its opening does not fit"),
        ("update ledger_leaf set reference = '9' where index = 5", "Leaf 5: its opening does not fit"),
        ("update ledger_opening set salt = '\\x00' where leaf_id = 3", "Leaf 3: its opening does not fit"),
        ("update ledger_opening set payload = (select payload from ledger_opening where leaf_id = 0)", "Leaf 1: its opening does not fit"),
        (
            "delete from ledger_opening where leaf_id = 5; delete from ledger_leaf where index = 5",
            "the ledger has only 5 leaves; it was cut.",
        ),
        (f"{WITHOUT_OPENINGS} delete from ledger_leaf where index = 0", "Leaf 1: it should stand at place 0"),
        (f"{WITHOUT_OPENINGS} update ledger_leaf set index = 15 where index = 5", "should stand at place 5"),
        ("update ledger_checkpoint set root = '\\x00' where size = 4", "Checkpoint 4: the leaves under it were changed."),
        ("update ledger_checkpoint set at = at - interval '1 day' where size = 4", "Checkpoint 4: its signature is false."),
        ("update ledger_checkpoint set signature = '\\x00' where size = 6", "Checkpoint 6: its signature is false."),
        ("update ledger_checkpoint set key_id = 'another' where size = 6", "Checkpoint 6: it was signed with the key another"),
        ("delete from ledger_checkpoint where size = 4", "Checkpoint 4: it was signed and is gone."),
        ("update ledger_leaf set at = at - interval '1 day' where index = 1", "Leaf 1: its opening does not fit"),
        ("update ledger_leaf set at = at - interval '1 day' where index = 2", "Leaf 2: it is not what the audit says"),
        ("update ledger_leaf set kind = 'weights' where index = 2", "Leaf 2: it is not what the audit says"),
        ("update ledger_leaf set reference = '9' where index = 2", "Leaf 2: it is not what the audit says"),
        ("update ledger_opening set uuid = gen_random_uuid() where leaf_id = 3", "Leaf 3: its opening does not fit"),
        ("update ledger_opening set about = gen_random_uuid() where leaf_id = 3", "Leaf 3: its opening does not fit"),
        ("update ledger_opening set leaf_id = 2 where leaf_id = 3", "Leaf 2: its opening does not fit"),
        ("delete from ledger_opening where leaf_id = 3", "Leaf 3: its opening is gone, and nobody erased it."),
        ("delete from ledger_opening where leaf_id = 5; delete from ledger_leaf where index = 5", "Leaf 5: it was entered and is gone."),
        (
            "insert into ledger_leaf values (6, 'x', 'x', '\\x00', '\\x01', now())",
            "Leaf 6: the audit does not know that it was entered.",
        ),
        ("update ledger_cosignature set signature = '\\x00'", "the co-signature of Institute of Auditors is false."),
        ("update ledger_cosignature set at = at - interval '1 day'", "is not what the audit says was received."),
        ("update ledger_cosignature set checkpoint_id = 4", "Checkpoint 4: the co-signature of Institute of Auditors is false."),
        ("delete from ledger_cosignature", "Checkpoint 6: a co-signature was received and is gone or was changed."),
        (
            "insert into ledger_witness (uuid, name, public_key, since) values (gen_random_uuid(), 'B', 'B', now());"
            "update ledger_cosignature set witness_id = (select id from ledger_witness where name = 'B')",
            "the co-signature of B is false.",
        ),
        ("update ledger_witness set public_key = 'C'", "the co-signature of Institute of Auditors is false."),
    ],
)
def test_every_planted_change_is_named(ledger, statement, says):
    found = tampered(statement)
    assert any(says in finding for finding in found), found
    with pytest.raises(CommandError, match="does not fit"):
        call_command("verify_ledger")


def test_a_checkpoint_of_another_size_is_found(ledger):
    found = tampered("delete from ledger_cosignature", "update ledger_checkpoint set size = 5 where size = 6")
    assert "Checkpoint 5: the leaves under it were changed." in found
    assert "Checkpoint 6: it was signed and is gone." in found
    assert Checkpoint.objects.count() == 2


def test_two_leaves_that_changed_places_break_the_head(ledger):
    found = tampered(
        f"{WITHOUT_OPENINGS} update ledger_leaf set index = 100 where index = 0;"
        "update ledger_leaf set index = 0 where index = 1; update ledger_leaf set index = 1 where index = 100"
    )
    assert {f"Checkpoint {size}: the leaves under it were changed." for size in (4, 6)} <= set(found)
    assert "Leaf 0: it is not what the audit says was entered." in found
