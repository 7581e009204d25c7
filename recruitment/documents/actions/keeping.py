"""The upkeep of paper: erase, wrap keys anew, send out what is due, sweep what belongs to nobody."""

import datetime
from collections.abc import Iterator

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from recruitment.audit.actions import record
from recruitment.core.moving import moving
from recruitment.documents import storage
from recruitment.documents.models import Document, Issued
from recruitment.documents.permissions import may_erase

AT_ONCE = 200
# After a message was sent again, the next one is sent this much later.
SWEEP_PAUSE = datetime.timedelta(minutes=5)
ORPHAN_AGE = datetime.timedelta(days=1)


def erase(paper: Document | Issued, *, by) -> Document | Issued:
    """Destroy the key and the file; the row stays as proof that there was one. PIPL Art. 47."""
    if not may_erase(by, paper):
        raise PermissionDenied(f"{by} may not erase {paper}")
    with moving(paper) as paper:
        if paper.is_erased:
            return paper
        paper.erased_at, paper.wrapped_key, paper.key_id = timezone.now(), None, ""
        if isinstance(paper, Issued):
            paper.context = {}
        else:
            paper.display_name = "—"
        record(f"{paper._meta.label_lower}.erase", paper, by=by, data={"uuid": str(paper.uuid)})
        path = paper.path
        transaction.on_commit(lambda: storage.remove(path), robust=True)
    return paper


def rewrap() -> int:
    """Wrap every file key with the newest key; may be broken off and run again. Returns how many were wrapped."""
    done = 0
    for model in (Document, Issued):
        while batch := list(model.objects.under_old_keys(settings.DOCUMENT_KEYS)[:AT_ONCE]):
            for paper in batch:
                with moving(paper) as paper:
                    if paper.wrapped_key is not None:
                        storage.rewrap(paper)
                done += 1
    return done


def take_due() -> Iterator[tuple[str, str]]:
    """(task, uuid) of what must be sent out again, each put off so that the next sweep does not send it once more."""
    for name, model in (("scan", Document), ("press", Issued)):
        with transaction.atomic():
            due = list(model.objects.due().locked()[:AT_ONCE])
            model.objects.filter(pk__in=[paper.pk for paper in due]).update(next_try_at=timezone.now() + SWEEP_PAUSE)
        yield from ((name, str(paper.uuid)) for paper in due)


def tidy() -> int:
    """Delete files that belong to no row: left by a rolled back upload, or by a deletion that failed."""
    kept = {paper.path for model in (Document, Issued) for paper in model.objects.kept().only("uuid").iterator()}
    orphans = [path for path in storage.paths(before=timezone.now() - ORPHAN_AGE) if path not in kept]
    for path in orphans:
        storage.remove(path)
    return len(orphans)
