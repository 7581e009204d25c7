"""Reading the whole ledger again and naming what does not fit."""

from collections.abc import Iterator

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.utils.translation import gettext as _

from recruitment.core.crypto import Tampered
from recruitment.ledger import merkle, queries, signing
from recruitment.ledger.commitments import commitment, envelope
from recruitment.ledger.models import Checkpoint, Leaf, Opening


def findings() -> Iterator[str]:
    """One sentence for everything that does not fit, in the order of the ledger; nothing if it is whole."""
    hashes: list[bytes] = []
    for leaf in Leaf.objects.order_by("index").iterator(chunk_size=2000):
        yield from _leaf_findings(leaf, place=len(hashes))
        hashes.append(merkle.hash_leaf(bytes(leaf.commitment)))
    for opening in Opening.objects.select_related("leaf").iterator(chunk_size=500):
        if not _opens(opening):
            yield _("Leaf %(place)s: its opening does not fit its commitment.") % {"place": opening.leaf_id}
    key = signing.public_key()
    for checkpoint in Checkpoint.objects.order_by("size"):
        yield from _checkpoint_findings(checkpoint, hashes, key)


def _leaf_findings(leaf: Leaf, *, place: int) -> Iterator[str]:
    if leaf.index != place:
        yield _("Leaf %(place)s: it should stand at place %(expected)s; leaves are missing.") % {"place": leaf.index, "expected": place}
    if merkle.hash_leaf(bytes(leaf.commitment)) != bytes(leaf.leaf_hash):
        yield _("Leaf %(place)s: its hash is not that of its commitment.") % {"place": leaf.index}


def _opens(opening: Opening) -> bool:
    leaf = opening.leaf
    try:
        content = envelope(leaf.kind, leaf.reference, opening.payload)
        return commitment(bytes(opening.salt), content) == bytes(leaf.commitment)
    except (Tampered, ValueError):
        return False


def _checkpoint_findings(checkpoint: Checkpoint, hashes: list[bytes], key: Ed25519PublicKey | None) -> Iterator[str]:
    size = checkpoint.size
    if size > len(hashes):
        yield _("Checkpoint %(size)s: the ledger has only %(leaves)s leaves; it was cut.") % {"size": size, "leaves": len(hashes)}
    elif merkle.root(hashes[:size]) != bytes(checkpoint.root):
        yield _("Checkpoint %(size)s: the leaves under it were changed.") % {"size": size}
    if key is None or signing.key_id(key) != checkpoint.key_id:
        foreign = _("Checkpoint %(size)s: it was signed with the key %(key)s, which is not configured here.")
        yield foreign % {"size": size, "key": checkpoint.key_id}
    elif not signing.verify(queries.checkpoint_note(checkpoint), bytes(checkpoint.signature), key):
        yield _("Checkpoint %(size)s: its signature is false.") % {"size": size}
