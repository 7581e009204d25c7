"""The store room: the only module that touches `storages["documents"]`, a folder outside everything served or a bucket.

A file lies in frames of 64 KiB under a key of its own. The key is wrapped by DOCUMENT_KEYS and kept on the row, bound to
it: a file or a key that was swapped, cut or changed does not open. Erasing the wrapped key erases the file in every backup.
"""

import datetime
import hashlib
import logging
from collections.abc import Iterator

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages

from recruitment.core import crypto
from recruitment.documents.models import Paper
from recruitment.documents.states import NotStored

PURPOSE = "documents.file-key"

log = logging.getLogger(__name__)


def bond(paper: Paper) -> str:
    """What file and key belong to."""
    return f"{paper._meta.label_lower}:{paper.uuid}"


def enclose(paper: Paper, content: bytes) -> bytes:
    """Note size and digest on the row with a fresh wrapped key; give the key for one `write`. The caller saves the row."""
    key = crypto.new_file_key()
    paper.size, paper.sha256 = len(content), hashlib.sha256(content).hexdigest()
    paper.wrapped_key = crypto.seal(key, purpose=PURPOSE, bond=bond(paper), keys=settings.DOCUMENT_KEYS)
    paper.key_id = crypto.newest(settings.DOCUMENT_KEYS)
    return key


def write(paper: Paper, content: bytes, *, key: bytes) -> None:
    """Store the file of a row that is saved already. Raises NotStored and leaves no piece of a file behind."""
    sealed = ContentFile(b"".join(crypto.seal_frames(content, key=key, bond=bond(paper))))
    try:
        storages["documents"].delete(paper.path)
        name = storages["documents"].save(paper.path, sealed)
    except Exception as fault:  # each storage has exceptions of its own: full disk, no network, no right
        log.exception("A file could not be stored")
        remove(paper.path)
        raise NotStored(type(fault).__name__) from fault
    if name != paper.path:
        remove(name)
        raise NotStored("The storage wanted another name.")


def read(paper: Paper) -> bytes:
    """The whole file, verified before the first byte is given away. Raises Tampered, UnknownKey or OSError."""
    key = _unwrapped(paper)
    with storages["documents"].open(paper.path) as file:
        content = b"".join(crypto.open_frames(file, key=key, bond=bond(paper)))
    if hashlib.sha256(content).hexdigest() != paper.sha256:
        raise crypto.Tampered(f"{bond(paper)} is not the file that was kept.")
    return content


def remove(path: str) -> None:
    """Delete a file; one that cannot be deleted is unreadable without its key and is swept later."""
    try:
        storages["documents"].delete(path)
    except Exception:  # as in write
        log.exception("A file could not be deleted")


def rewrap(paper: Paper) -> None:
    """Wrap the file's key with the newest key; the file stays as it is. The caller saves the row."""
    key = _unwrapped(paper)
    paper.wrapped_key = crypto.seal(key, purpose=PURPOSE, bond=bond(paper), keys=settings.DOCUMENT_KEYS)
    paper.key_id = crypto.newest(settings.DOCUMENT_KEYS)


def _unwrapped(paper: Paper) -> bytes:
    if paper.wrapped_key is None:
        raise crypto.UnknownKey("The key of this file was erased.")
    return crypto.unseal(bytes(paper.wrapped_key), purpose=PURPOSE, bond=bond(paper), keys=settings.DOCUMENT_KEYS)


def paths(*, before: datetime.datetime) -> Iterator[str]:
    """Files that were stored before an instant."""
    folders, _files = storages["documents"].listdir("")
    for folder in folders:
        for name in storages["documents"].listdir(folder)[1]:
            if storages["documents"].get_modified_time(f"{folder}/{name}") < before:
                yield f"{folder}/{name}"
