"""Paper in: receive and scan."""

import hashlib
import logging
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from recruitment.audit.actions import record
from recruitment.core.crypto import Tampered, UnknownKey
from recruitment.documents import inspection, scanning, storage
from recruitment.documents.actions.queueing import FIRST_SWEEP, back_off, queue, stay
from recruitment.documents.models import Document
from recruitment.documents.permissions import may_receive
from recruitment.documents.states import DocumentState, NotStored, Refusal, Refused

log = logging.getLogger(__name__)

_VERBS = {DocumentState.ACCEPTED: "accept", DocumentState.REJECTED: "reject", DocumentState.QUARANTINED: "quarantine"}


def receive(upload, *, kind: str, owner, by) -> Document:
    """Take a file in. Raises Refused with a sentence for its sender; then there is neither row nor file.

    `upload` is an uploaded file. What is kept is a rewritten copy without hidden parts; a digitally signed PDF is kept as sent.
    """
    if not may_receive(by, owner):
        raise PermissionDenied(f"{by} may not hand in papers of {owner}")
    sent = inspection.whole(upload)
    checked = inspection.inspect(sent, name=upload.name, declared=getattr(upload, "content_type", "") or "")
    with transaction.atomic():
        _keep_within_quota(owner, len(checked.content))
        document = _store(checked, kind=kind, owner=owner, sent=sent)
        told = {"uuid": str(document.uuid), "kind": kind, "sha256": document.received_sha256}
        record("documents.document.receive", document, by=by, data=told)
        queue("documents.scan", document.uuid)
    return document


def _keep_within_quota(owner, size: int) -> None:
    get_user_model().objects.select_for_update(of=("self",), no_key=True).get(pk=owner.pk)
    if Document.objects.taken_by(owner) + size > settings.DOCUMENT_QUOTA_BYTES:
        raise Refused(Refusal.QUOTA, limit=settings.DOCUMENT_QUOTA_BYTES // 2**20)


def _store(checked: inspection.Checked, *, kind: str, owner, sent: bytes) -> Document:
    """The row first, then its file: a full disk leaves neither."""
    document = Document(
        kind=kind,
        owner=owner,
        display_name=checked.name,
        media_type=checked.media_type,
        pages=checked.pages,
        received_sha256=hashlib.sha256(sent).hexdigest(),
        next_try_at=timezone.now() + FIRST_SWEEP,
    )
    key = storage.enclose(document, checked.content)
    document.save(force_insert=True)
    try:
        storage.write(document, checked.content, key=key)
    except NotStored:
        raise Refused(Refusal.STORAGE) from None
    return document


def scan(uuid: UUID | str) -> None:
    """Ask the scanner once; as long as it does not answer the document stays "being checked" and is tried again."""
    with transaction.atomic():
        document = Document.objects.waiting().locked().filter(uuid=uuid).first()
        if document is None:
            return
        stay(minutes=3)
        document.tries += 1
        try:
            finding = scanning.scan(storage.read(document))
        except scanning.Unavailable as reason:
            log.warning("Scanner unavailable: %s", reason)
            document.state, document.next_try_at = DocumentState.SCANNING, timezone.now() + back_off(document.tries)
        except (OSError, Tampered, UnknownKey):
            log.exception("A received file does not open")
            _conclude(document, scanning.Finding(DocumentState.REJECTED, "storage", "The kept file does not open."))
        else:
            _conclude(document, finding)
        document.save()


def _conclude(document: Document, finding: scanning.Finding) -> None:
    document.state, document.scanned_at = finding.state, timezone.now()
    document.scan_engine, document.scan_note = finding.engine[:80], finding.note[:200]
    told = {"uuid": str(document.uuid), "engine": document.scan_engine, "note": document.scan_note}
    robot = get_user_model().objects.robot()
    record(f"documents.document.{_VERBS[finding.state]}", document, by=robot, data=told)
