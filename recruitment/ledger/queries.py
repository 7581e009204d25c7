"""What the ledger is asked: its head, its proofs, a receipt. Nothing here tells who somebody is, the receipt excepted."""

from base64 import b64encode
from datetime import UTC
from threading import Lock
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Max, Q
from django.utils import timezone

from recruitment.ledger import merkle, signing
from recruitment.ledger.commitments import opened

RECEIPT = "ledger-receipt-1"


class LeafQuerySet(models.QuerySet):
    """Leaves …"""

    def first_hashes(self, size: int) -> list[bytes]:
        """… by their hashes, as many from the beginning."""
        return [bytes(leaf) for leaf in self.filter(index__lt=size).order_by("index").values_list("leaf_hash", flat=True)]

    def about(self, kind: str, reference: str):
        """… that fixed something of this kind for this reference."""
        return self.filter(kind=kind, reference=reference)


class OpeningQuerySet(models.QuerySet):
    """Openings …"""

    def of_file(self, about, kinds):
        """… that concern one file and are of these kinds, in the order of the ledger."""
        return self.filter(about=about, leaf__kind__in=kinds).select_related("leaf").order_by("leaf")


class WitnessQuerySet(models.QuerySet):
    """Witnesses …"""

    def in_force(self):
        """… that sign at this moment."""
        now = timezone.now()
        return self.filter(Q(until=None) | Q(until__gt=now), since__lte=now)

    def signed_last(self):
        """… with the number of leaves under the last checkpoint that each signed."""
        return self.annotate(last=Max("cosignatures__checkpoint"))


class Kept:
    """The tree of this process. Leaves never change, so it only reads what was added; a root that does not fit makes it read all again."""

    def __init__(self) -> None:
        self.tree, self.lock = merkle.Tree(), Lock()

    def of(self, checkpoint) -> merkle.Tree:
        """A tree with at least the leaves under this checkpoint."""
        with self.lock:
            size, root = checkpoint.size, bytes(checkpoint.root)
            if len(self.tree) < size:
                self._read(size)
            if len(self.tree) < size or self.tree.root(size) != root:
                self.tree = merkle.Tree()
                self._read(size)
            return self.tree

    def _read(self, size: int) -> None:
        leaves = apps.get_model("ledger", "Leaf").objects.filter(index__gte=len(self.tree), index__lt=size).order_by("index")
        self.tree.extend(bytes(leaf) for leaf in leaves.values_list("leaf_hash", flat=True).iterator(chunk_size=10_000))


kept = Kept()


def instant(at) -> str:
    """A time as the ledger writes it: UTC, ISO 8601."""
    return at.astimezone(UTC).isoformat()


def head():
    """The newest checkpoint, or None before the first."""
    return apps.get_model("ledger", "Checkpoint").objects.first()


def checkpoint_note(checkpoint) -> bytes:
    """The text under a checkpoint's signature, and under every witness's."""
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
        "cosignatures": [cosignature_document(row) for row in checkpoint.cosignatures.select_related("witness").order_by("pk")],
    }


def cosignature_document(row) -> dict[str, Any]:
    """A co-signature as it is published."""
    return {
        "witness": row.witness.name,
        "public_key": row.witness.public_key,
        "signature": b64encode(bytes(row.signature)).decode(),
        "at": row.at.astimezone(UTC).isoformat(),
    }


def cosigned(row) -> dict[str, Any]:
    """What the register of what happened holds of a co-signature."""
    told = {"size": row.checkpoint_id, "witness": row.witness.public_key}
    return told | {"signature": bytes(row.signature).hex(), "at": row.at.astimezone(UTC).isoformat()}


def inclusion_document(leaf, checkpoint) -> dict[str, Any]:
    """The proof that a leaf stands under a checkpoint; the leaf must be older than it."""
    path = kept.of(checkpoint).inclusion_proof(leaf.index, checkpoint.size)
    return {
        "leaf_hash": leaf.hex,
        "commitment": bytes(leaf.commitment).hex(),
        "index": leaf.index,
        "path": [node.hex() for node in path],
        "checkpoint": checkpoint_document(checkpoint),
    }


def consistency_document(older, newer) -> dict[str, Any]:
    """The proof that nothing was changed between two checkpoints."""
    path = kept.of(newer).consistency_proof(older.size, newer.size)
    return {"path": [node.hex() for node in path], "first": checkpoint_document(older), "second": checkpoint_document(newer)}


def is_grown(older, newer) -> bool:
    """Whether the leaves, read from the first, still give both roots."""
    leaves = apps.get_model("ledger", "Leaf").objects.first_hashes(newer.size)
    return merkle.root(leaves[: older.size]) == bytes(older.root) and merkle.root(leaves) == bytes(newer.root)


def receipt(leaf, checkpoint) -> dict[str, Any]:
    """What its owner keeps to prove later what was committed: content, salt, leaf, and the proof once there is one. Only for whom it concerns."""
    opening = leaf.opening
    salt = bytes(opening.salt)
    is_signed = checkpoint is not None and leaf.index < checkpoint.size
    return {
        "format": RECEIPT,
        "content": opened(leaf, salt, opening.payload, opening.about),
        "salt": salt.hex(),
        "commitment": bytes(leaf.commitment).hex(),
        "leaf_hash": leaf.hex,
        "index": leaf.index,
        "proof": inclusion_document(leaf, checkpoint) if is_signed else None,
    }
