"""The verbs of the audit: record, and verify what was recorded."""

import datetime

from django.db import connection, transaction
from django.utils import timezone

from recruitment.audit.chain import GENESIS, digest
from recruitment.audit.models import Entry
from recruitment.core.origins import origin

# One writer at a time extends the chain; the lock is held until the transaction ends, so record last.
LOCK = 7_301_001


def record(verb: str, subject, *, by, data: dict | None = None, move: tuple[str, str] = ("", "")) -> Entry:
    """Append one entry in the caller's transaction; `move` is (from state, to state)."""
    if by is None:
        raise TypeError("An audit entry needs an actor: pass by=.")
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("An audit entry belongs into the transaction of what it tells.")
    entry = Entry(
        actor_id=by.pk,
        actor_label=str(by)[:150],
        verb=verb,
        subject_label=subject._meta.label,
        subject_id=str(subject.pk),
        subject_reference=str(getattr(subject, "reference", None) or "")[:60],
        source=move[0],
        target=move[1],
        data=data or {},
        origin=origin.get()[:100],
    )
    return _append(entry)


def _append(entry: Entry) -> Entry:
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [LOCK])
    entry.at = timezone.now().astimezone(datetime.UTC)
    last = Entry.objects.order_by("-pk").values_list("hash", flat=True).first()
    entry.previous = bytes(last) if last is not None else GENESIS
    entry.hash = digest(entry.previous, entry.content())
    entry.save(force_insert=True)
    return entry


def verify() -> tuple[int, int | None]:
    """Walk the chain: (number of entries read, id of the first bad one or None)."""
    previous, count = GENESIS, 0
    for entry in Entry.objects.order_by("pk").iterator(chunk_size=2000):
        count += 1
        entry.at = entry.at.astimezone(datetime.UTC)
        if bytes(entry.previous) != previous or bytes(entry.hash) != digest(previous, entry.content()):
            return count, entry.pk
        previous = bytes(entry.hash)
    return count, None
