"""The verbs of the ledger: commit, sign a checkpoint, forget an opening."""

import json
import secrets
from datetime import UTC
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.audit.actions import LOCK
from recruitment.core.footprints import leave
from recruitment.core.refusals import Refused
from recruitment.ledger import merkle, queries, signing
from recruitment.ledger.commitments import SALT_BYTES, canonical, commitment, envelope
from recruitment.ledger.models import Checkpoint, Leaf, Opening


def commit(kind: str, reference: str, payload: Any, *, by) -> Leaf:
    """Fix something before it is used: one leaf in the caller's transaction, its opening beside it."""
    if not connection.in_atomic_block:
        raise RuntimeError("A leaf belongs into the transaction of what it fixes.")
    plain = json.loads(canonical(payload))
    salt = secrets.token_bytes(SALT_BYTES)
    sealed = commitment(salt, envelope(kind, reference, plain))
    leaf = _append(Leaf(kind=kind, reference=reference, commitment=sealed, leaf_hash=merkle.hash_leaf(sealed)))
    Opening.objects.create(leaf=leaf, salt=salt, payload=plain)
    leave("ledger.leaf.commit", leaf, by=by, data={"kind": kind, "reference": reference, "leaf_hash": leaf.hex})
    return leaf


@transaction.atomic
def sign_checkpoint() -> Checkpoint | None:
    """Sign the ledger as it stands; None if nothing was added, Refused if the past no longer fits the last checkpoint."""
    _lock()
    leaves = Leaf.objects.first_hashes(Leaf.objects.count())
    last = queries.head()
    if not leaves or (last is not None and last.size == len(leaves)):
        return None
    if last is not None and merkle.root(leaves[: last.size]) != bytes(last.root):
        raise Refused(_("The ledger no longer fits its last checkpoint. Nothing was signed; run verify_ledger."), subject=last)
    at, root = timezone.now(), merkle.root(leaves)
    signature, key_id = signing.sign(signing.note(len(leaves), root, at.astimezone(UTC).isoformat()))
    return Checkpoint.objects.create(size=len(leaves), root=root, at=at, signature=signature, key_id=key_id)


@transaction.atomic
def forget(leaf: Leaf, *, reason: str, by) -> None:
    """Erase what a leaf committed to and its salt; the leaf stays, every proof stays valid, and nobody can read it any more."""
    erased, _rows = Opening.objects.filter(leaf=leaf).delete()
    if erased:
        leave("ledger.leaf.forget", leaf, by=by, data={"reason": reason})


def _append(leaf: Leaf) -> Leaf:
    _lock()
    last = Leaf.objects.order_by("-index").values_list("index", flat=True).first()
    leaf.index = 0 if last is None else last + 1
    leaf.at = timezone.now()
    leaf.save(force_insert=True)
    return leaf


def _lock() -> None:
    """One writer at a time, so that the places are dense. Danger: a lock of its own beside the audit's would invite deadlocks."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
