"""Reading the whole ledger again: every planted change is named, by whoever owns the database as well."""

import base64

import pytest
from django.core.management import CommandError, call_command
from django.db import connections, transaction

from recruitment.ledger.actions import commit, forget, sign_checkpoint
from recruitment.ledger.models import Leaf
from recruitment.ledger.verification import findings

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "owner"])

WITHOUT_OPENINGS = "delete from ledger_opening;"


@pytest.fixture
def ledger(robot, settings):
    """Six leaves, a head over four of them and one over all."""
    settings.LEDGER_SIGNING_KEY = base64.b64encode(bytes(range(32))).decode()
    with transaction.atomic():
        leaves = [commit("paper", str(number), {"number": number}, by=robot) for number in range(4)]
        sign_checkpoint()
        leaves += [commit("notice", str(number), {"number": number}, by=robot) for number in range(2)]
        sign_checkpoint()
    return leaves


def tampered(statement: str) -> list[str]:
    """What the verifier says after somebody with all rights has switched the triggers off."""
    with connections["owner"].cursor() as cursor:
        for table in ("ledger_leaf", "ledger_checkpoint", "ledger_opening"):
            cursor.execute(f"alter table {table} disable trigger user")
        cursor.execute(statement)
    return list(findings())


def test_an_untouched_ledger_is_whole(ledger, capsys):
    assert list(findings()) == []
    call_command("verify_ledger")
    assert "6 leaves, the ledger is whole." in capsys.readouterr().out


def test_forgetting_does_not_break_the_ledger(ledger, robot):
    forget(Leaf.objects.get(index=2), reason="x", by=robot)
    assert list(findings()) == []


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
        ("update ledger_checkpoint set size = 5 where size = 6", "Checkpoint 5: the leaves under it were changed."),
    ],
)
def test_every_planted_change_is_named(ledger, statement, says):
    found = tampered(statement)
    assert any(says in finding for finding in found), found
    with pytest.raises(CommandError, match="does not fit"):
        call_command("verify_ledger")


def test_two_leaves_that_changed_places_break_the_head(ledger):
    found = tampered(
        f"{WITHOUT_OPENINGS} update ledger_leaf set index = 100 where index = 0;"
        "update ledger_leaf set index = 0 where index = 1; update ledger_leaf set index = 1 where index = 100"
    )
    assert found == ["Checkpoint 4: the leaves under it were changed.", "Checkpoint 6: the leaves under it were changed."]
