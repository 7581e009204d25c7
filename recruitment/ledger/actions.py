"""The verbs of the ledger: commit, sign a checkpoint, add a witness's signature, forget an opening."""

import json
import secrets
from collections.abc import Collection
from datetime import UTC
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.audit.actions import LOCK
from recruitment.core.footprints import leave
from recruitment.core.refusals import Refused
from recruitment.ledger import merkle, queries, signing
from recruitment.ledger.commitments import SALT_BYTES, canonical, commitment, envelope
from recruitment.ledger.models import Checkpoint, CoSignature, Leaf, Opening, Witness
from recruitment.ledger.queries import cosigned


def commit(kind: str, reference: str, payload: Any, *, about: UUID | None = None, by) -> Leaf:
    """Fix something before it is used: one leaf in the caller's transaction, its opening beside it; `about` is the file that it concerns."""
    if not connection.in_atomic_block:
        raise RuntimeError("A leaf belongs into the transaction of what it fixes.")
    _lock()
    last = Leaf.objects.order_by("-index").values_list("index", flat=True).first()
    leaf = Leaf(index=0 if last is None else last + 1, kind=kind, reference=reference, at=timezone.now())
    plain, salt = json.loads(canonical(payload)), secrets.token_bytes(SALT_BYTES)
    leaf.commitment = commitment(salt, envelope(leaf, plain, about))
    leaf.leaf_hash = merkle.hash_leaf(leaf.commitment)
    leaf.save(force_insert=True)
    Opening.objects.create(leaf=leaf, salt=salt, payload=plain, about=about)
    leave(
        "ledger.leaf.commit",
        leaf,
        by=by,
        data={"kind": kind, "reference": reference, "leaf_hash": leaf.hex, "at": queries.instant(leaf.at)},
    )
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
    checkpoint = Checkpoint.objects.create(size=len(leaves), root=root, at=at, signature=signature, key_id=key_id)
    leave("ledger.checkpoint.sign", checkpoint, by=User.objects.robot(), data={"size": len(leaves), "root": root.hex()})
    return checkpoint


@transaction.atomic
def cosign(checkpoint: Checkpoint, *, witness: Witness, signature: str, by: User) -> CoSignature:
    """Add a witness's signature (base64) under a checkpoint: only a true one, and only if the ledger has grown since its last one."""
    witness = Witness.objects.select_for_update().get(pk=witness.pk)
    if not Witness.objects.in_force().filter(pk=witness.pk).exists():
        raise Refused(_("This witness does not sign any more."), subject=checkpoint)
    last = Checkpoint.objects.filter(cosignatures__witness=witness).first()
    if last is not None and last.size >= checkpoint.size:
        raise Refused(_("This witness has signed this checkpoint or a later one already."), subject=checkpoint)
    if last is not None and not queries.is_grown(last, checkpoint):
        raise Refused(_("The ledger no longer contains what this witness signed before. Nothing was added."), subject=checkpoint)
    made = signing.binary(signature)
    if not signing.is_signed_by(witness.public_key, queries.checkpoint_note(checkpoint), made):
        raise Refused(_("This is not a signature of the witness under this checkpoint."), subject=checkpoint)
    added = CoSignature.objects.create(checkpoint=checkpoint, witness=witness, signature=made, at=timezone.now())
    leave("ledger.checkpoint.cosign", checkpoint, by=by, data=cosigned(added))
    return added


@transaction.atomic
def forget(leaf: Leaf, *, reason: str, by) -> None:
    """Erase what a leaf committed to and its salt; the leaf stays, every proof stays valid, and nobody can read it any more."""
    erased, _rows = Opening.objects.filter(leaf=leaf).delete()
    if erased:
        leave("ledger.leaf.forget", leaf, by=by, data={"reason": reason})


@transaction.atomic
def forget_file(about: UUID, *, kinds: Collection[str], reason: str, by) -> None:
    """Erase what the ledger could still open about one file, as far as these kinds go."""
    for leaf in Leaf.objects.filter(opening__about=about, kind__in=kinds):
        forget(leaf, reason=reason, by=by)


def _lock() -> None:
    """One writer at a time, so that the places are dense. Danger: a lock of its own beside the audit's would invite deadlocks."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
