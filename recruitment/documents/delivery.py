"""The counter: a verified file, in clear, with headers that let a browser save it and do nothing else.

Whoever calls has checked that this reader may have this file. Personal files go out through `read`, which leaves a
footprint; `publish_stream` is for what the public may see anyway.
"""

import logging
import re
from collections.abc import Iterator
from typing import Any

from django.db import transaction
from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from recruitment.audit.actions import record
from recruitment.core.crypto import FRAME_BYTES, Tampered, UnknownKey
from recruitment.documents import preview, storage
from recruitment.documents.models import Document, Issued
from recruitment.documents.preview import Glance
from recruitment.documents.states import DocumentState, IssuedState, NotReleased

log = logging.getLogger(__name__)

_ERASED = _("This file was erased.")
_BROKEN = _("This file could not be opened. The fault is on our side and has been noted; please try again later.")
_SAID: dict[str, Any] = {
    DocumentState.RECEIVED: _("This file is still being checked. Please try again in a few minutes."),
    DocumentState.SCANNING: _("This file is still being checked. Please try again in a few minutes."),
    DocumentState.REJECTED: _("This file could not be used and is not shown."),
    DocumentState.QUARANTINED: _("Harmful content was found in this file. It is withheld."),
    IssuedState.QUEUED: _("This document is still being prepared. Please try again in a few minutes."),
    IssuedState.FAILED: _("This document could not be prepared. Please ask the office for it."),
}

PRIVATE = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
# The PDF viewers of older browsers do not start in a sandbox; what they show here was written by the portal itself.
PUBLIC = PRIVATE | {
    "Cache-Control": "public, max-age=300, must-revalidate",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


def content(paper: Document | Issued) -> bytes:
    """The verified bytes. Raises NotReleased while the file is not there to be shown, or when it does not open."""
    if paper.is_erased:
        raise NotReleased(_ERASED, subject=paper)
    if paper.state not in (DocumentState.ACCEPTED, IssuedState.PRESSED):
        raise NotReleased(_SAID[paper.state], subject=paper)
    try:
        return storage.read(paper)
    except (OSError, Tampered, UnknownKey) as fault:
        log.exception("A kept file does not open")
        raise NotReleased(_BROKEN, subject=paper) from fault


def read(paper: Document | Issued, *, by) -> StreamingHttpResponse:
    """Stream a personal file and leave a footprint of who had it."""
    response = stream(paper)
    with transaction.atomic():
        record(f"{paper._meta.label_lower}.read", paper, by=by, data={"uuid": str(paper.uuid)})
    return response


def stream(paper: Document | Issued) -> StreamingHttpResponse:
    """The file as an attachment that no cache keeps and no browser runs."""
    return _response(paper, PRIVATE, attached=True)


def glance(paper: Document, number: int) -> Glance:
    """One page of the file as a picture for its own sender. Raises NotReleased."""
    return preview.paint(content(paper), media_type=paper.media_type, number=number, pages=paper.pages)


def read_glance(paper: Document, number: int, *, by) -> Glance:
    """The same for the office, with the footprint of a reading."""
    seen = glance(paper, number)
    with transaction.atomic():
        record(f"{paper._meta.label_lower}.read", paper, by=by, data={"uuid": str(paper.uuid)})
    return seen


def with_picture(response):
    """A page in which a glance stands: no cache keeps it, and the picture may stand in its text."""
    response._csp_update = {"img-src": ["data:"]}
    response.headers["Cache-Control"] = "no-store"
    return response


def asked_page(told: str) -> int:
    """The number of a page in an address; whatever else stands there is the first page."""
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 6 else 1


def publish_stream(issued: Issued) -> StreamingHttpResponse:
    """A public document, shown in the browser; its digest is its ETag, so that caches ask by it."""
    response = _response(issued, PUBLIC, attached=False)
    response.headers["ETag"] = f'"{issued.sha256}"'
    return response


def _response(paper: Document | Issued, headers: dict[str, str], *, attached: bool) -> StreamingHttpResponse:
    whole = content(paper)
    response = StreamingHttpResponse(_pieces(whole), content_type=paper.media_type, headers=headers)
    response.headers["Content-Length"] = str(len(whole))
    response.headers["Content-Disposition"] = content_disposition_header(attached, safe_name(paper.filename)) or "attachment"
    return response


def _pieces(whole: bytes) -> Iterator[bytes]:
    view = memoryview(whole)
    for start in range(0, len(whole), FRAME_BYTES):
        yield bytes(view[start : start + FRAME_BYTES])


def safe_name(name: str) -> str:
    """A name that every file system takes."""
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "-", name).strip(" .") or "document"
