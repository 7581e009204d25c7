"""Reading the whole ledger again and naming what does not fit: with itself, with what the audit holds, with a checkpoint that somebody kept."""

import json
from collections.abc import Iterator
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.utils.translation import gettext as _

from recruitment.audit.models import Entry
from recruitment.core.crypto import Tampered
from recruitment.ledger import merkle, queries, signing
from recruitment.ledger.commitments import opened
from recruitment.ledger.models import Checkpoint, CoSignature, Leaf, Opening

COMMIT, FORGET = "ledger.leaf.commit", "ledger.leaf.forget"


def findings() -> Iterator[str]:
    """One sentence for everything that does not fit, in the order of the ledger; nothing if it is whole."""
    tree, told = merkle.Tree(), _told(COMMIT)
    for leaf in Leaf.objects.order_by("index").iterator(chunk_size=2000):
        yield from _leaf_findings(leaf, place=len(tree))
        yield from _footprint_findings(leaf, told.pop(str(leaf.index), None))
        tree.extend([merkle.hash_leaf(bytes(leaf.commitment))])
    for place in told:
        yield _("Leaf %(place)s: it was entered and is gone.") % {"place": place}
    yield from _opening_findings()
    key = signing.public_key()
    for checkpoint in Checkpoint.objects.order_by("size"):
        yield from _checkpoint_findings(checkpoint, tree, key)
    yield from _missing_checkpoints()
    yield from _cosignature_findings()


def erased() -> int:
    """How many openings were erased as they should be: with an entry in the register of what happened."""
    return Leaf.objects.filter(opening=None).count()


def kept_findings(kept: dict[str, Any]) -> Iterator[str]:
    """What speaks against a checkpoint that somebody kept outside: the ledger was cut, or another past was put in its place."""
    size, leaves = kept["size"], Leaf.objects.count()
    if size > leaves:
        yield _("The kept checkpoint has %(size)s leaves, and the ledger only %(leaves)s: it was cut.") % {"size": size, "leaves": leaves}
    elif merkle.root(Leaf.objects.first_hashes(size)).hex() != kept["root"]:
        yield _("The kept checkpoint of %(size)s leaves does not fit: the past was changed.") % {"size": size}


def _told(verb: str) -> dict[str, dict]:
    """What the audit holds about each row: its key → particulars."""
    rows = Entry.objects.filter(verb=verb).order_by("pk").values_list("subject_id", "data")
    return dict(rows.iterator(chunk_size=5000))


def _leaf_findings(leaf: Leaf, *, place: int) -> Iterator[str]:
    if leaf.index != place:
        yield _("Leaf %(place)s: it should stand at place %(expected)s; leaves are missing.") % {"place": leaf.index, "expected": place}
    if merkle.hash_leaf(bytes(leaf.commitment)) != bytes(leaf.leaf_hash):
        yield _("Leaf %(place)s: its hash is not that of its commitment.") % {"place": leaf.index}


def _footprint_findings(leaf: Leaf, told: dict | None) -> Iterator[str]:
    """The audit, a chain of its own, tells of every leaf; so a change is found after the opening was erased, too."""
    if told is None:
        yield _("Leaf %(place)s: the audit does not know that it was entered.") % {"place": leaf.index}
        return
    holds = {"kind": leaf.kind, "reference": leaf.reference, "leaf_hash": leaf.hex, "at": queries.instant(leaf.at)}
    if any(told[name] != holds[name] for name in told if name in holds):
        yield _("Leaf %(place)s: it is not what the audit says was entered.") % {"place": leaf.index}


def _opening_findings() -> Iterator[str]:
    forgotten = _told(FORGET)
    for opening in Opening.objects.select_related("leaf").order_by("leaf").iterator(chunk_size=500):
        if not _opens(opening):
            yield _("Leaf %(place)s: its opening does not fit its commitment.") % {"place": opening.leaf_id}
    for place in Leaf.objects.filter(opening=None).order_by("index").values_list("index", flat=True).iterator(chunk_size=5000):
        if str(place) not in forgotten:
            yield _("Leaf %(place)s: its opening is gone, and nobody erased it.") % {"place": place}


def _opens(opening: Opening) -> bool:
    try:
        return opened(opening.leaf, bytes(opening.salt), opening.payload, opening.about) is not None
    except (Tampered, ValueError):
        return False


def _checkpoint_findings(checkpoint: Checkpoint, tree: merkle.Tree, key: Ed25519PublicKey | None) -> Iterator[str]:
    size = checkpoint.size
    if size > len(tree):
        yield _("Checkpoint %(size)s: the ledger has only %(leaves)s leaves; it was cut.") % {"size": size, "leaves": len(tree)}
    elif tree.root(size) != bytes(checkpoint.root):
        yield _("Checkpoint %(size)s: the leaves under it were changed.") % {"size": size}
    if key is None or signing.key_id(key) != checkpoint.key_id:
        foreign = _("Checkpoint %(size)s: it was signed with the key %(key)s, which is not configured here.")
        yield foreign % {"size": size, "key": checkpoint.key_id}
    elif not signing.verify(queries.checkpoint_note(checkpoint), bytes(checkpoint.signature), key):
        yield _("Checkpoint %(size)s: its signature is false.") % {"size": size}


def _missing_checkpoints() -> Iterator[str]:
    signed = {int(size) for size in _told("ledger.checkpoint.sign")}
    for size in sorted(signed - set(Checkpoint.objects.values_list("size", flat=True))):
        yield _("Checkpoint %(size)s: it was signed and is gone.") % {"size": size}


def _cosignature_findings() -> Iterator[str]:
    """Each is its witness's, stands under the checkpoint that was signed, and is what the audit says was received."""
    told = Entry.objects.filter(verb="ledger.checkpoint.cosign").order_by("pk").values_list("data", flat=True)
    received = {_said(data): data for data in told}
    for row in CoSignature.objects.select_related("checkpoint", "witness").order_by("pk"):
        names = {"size": row.checkpoint_id, "witness": row.witness}
        if not signing.is_signed_by(row.witness.public_key, queries.checkpoint_note(row.checkpoint), bytes(row.signature)):
            yield _("Checkpoint %(size)s: the co-signature of %(witness)s is false.") % names
        if received.pop(_said(queries.cosigned(row)), None) is None:
            yield _("Checkpoint %(size)s: the co-signature of %(witness)s is not what the audit says was received.") % names
    for data in received.values():
        yield _("Checkpoint %(size)s: a co-signature was received and is gone or was changed.") % {"size": data["size"]}


def _said(data: dict) -> str:
    return json.dumps(data, sort_keys=True)
