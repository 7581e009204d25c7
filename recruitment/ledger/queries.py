"""What the ledger is asked: its head, its proofs, a receipt. Nothing here tells who somebody is, the receipt excepted."""

from base64 import b64encode
from datetime import UTC
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db import models

from recruitment.ledger import merkle, signing


class LeafQuerySet(models.QuerySet):
    """Leaves …"""

    def first_hashes(self, size: int) -> list[bytes]:
        """… by their hashes, as many from the beginning."""
        return [bytes(leaf) for leaf in self.filter(index__lt=size).order_by("index").values_list("leaf_hash", flat=True)]

    def about(self, kind: str, reference: str):
        """… that fixed something of this kind for this reference."""
        return self.filter(kind=kind, reference=reference)


def head():
    """The newest checkpoint, or None before the first."""
    return apps.get_model("ledger", "Checkpoint").objects.first()


def checkpoint_note(checkpoint) -> bytes:
    """The text under a checkpoint's signature."""
    return signing.note(checkpoint.size, bytes(checkpoint.root), checkpoint.at.astimezone(UTC).isoformat())


def checkpoint_document(checkpoint) -> dict[str, Any]:
    """A checkpoint as it is published."""
    key = signing.public_key()
    return {
        "origin": signing.ORIGIN,
        "size": checkpoint.size,
        "root": bytes(checkpoint.root).hex(),
        "at": checkpoint.at.astimezone(UTC).isoformat(),
        "note": checkpoint_note(checkpoint).decode(),
        "signature": b64encode(bytes(checkpoint.signature)).decode(),
        "key_id": checkpoint.key_id,
        "public_key": b64encode(signing.public_bytes(key)).decode() if key else None,
        "algorithm": "Ed25519",
    }


def inclusion_document(leaf, checkpoint) -> dict[str, Any]:
    """The proof that a leaf stands under a checkpoint; the leaf must be older than it."""
    path = merkle.inclusion_proof(hashes(checkpoint), leaf.index)
    return {
        "leaf_hash": leaf.hex,
        "commitment": bytes(leaf.commitment).hex(),
        "index": leaf.index,
        "path": [node.hex() for node in path],
        "checkpoint": checkpoint_document(checkpoint),
    }


def consistency_document(older, newer) -> dict[str, Any]:
    """The proof that nothing was changed between two checkpoints."""
    path = merkle.consistency_proof(hashes(newer), older.size)
    return {"path": [node.hex() for node in path], "first": checkpoint_document(older), "second": checkpoint_document(newer)}


def receipt(leaf) -> dict[str, Any]:
    """What its owner keeps to prove later what was committed: content, salt and leaf. Only for whom it concerns."""
    opening = leaf.opening
    return {
        "kind": leaf.kind,
        "reference": leaf.reference,
        "payload": opening.payload,
        "salt": bytes(opening.salt).hex(),
        "commitment": bytes(leaf.commitment).hex(),
        "leaf_hash": leaf.hex,
        "index": leaf.index,
    }


def hashes(checkpoint) -> list[bytes]:
    """The leaves under a checkpoint; they cannot change, so the newest ones are kept in memory."""
    return _hashes(checkpoint.size, bytes(checkpoint.root))


@lru_cache(maxsize=2)
def _hashes(size: int, root: bytes) -> list[bytes]:
    return apps.get_model("ledger", "Leaf").objects.first_hashes(size)
