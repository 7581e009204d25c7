"""The look inside a file before it is taken in: what it is by its content, and a copy without hidden parts.

Nothing is parsed in this process: each file gets a confined child of its own (`papers.py`, `pictures.py`), which may be
killed by what it reads and takes nothing with it.
"""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from recruitment.core.confined import Child, Exhausted, Failed, Limits
from recruitment.documents.states import MediaType, Refusal, Refused

LIMITS = Limits(memory=512 * 2**20, processor=5, seconds=10)
MAX_PAGES = 200
MAX_MEGAPIXELS = 40
MAX_NAME = 120
# What the child may need to know; the numbers bound a document of ten megabytes that a person would send.
BOUNDS = {
    "pages": MAX_PAGES,
    "objects": 50_000,
    "pixels": MAX_MEGAPIXELS * 10**6,
    "stream": 32 * 2**20,
    "image": 160 * 2**20,
    "unpacked": 320 * 2**20,
}

# By content: the first bytes, the module that reads such files, the endings and the declarations that fit.
_KINDS = {
    MediaType.PDF: (b"%PDF-", "papers.py", ("pdf",), ("application/pdf", "application/x-pdf")),
    MediaType.JPEG: (b"\xff\xd8\xff", "pictures.py", ("jpg", "jpeg"), ("image/jpeg", "image/jpg", "image/pjpeg")),
    MediaType.PNG: (b"\x89PNG\r\n\x1a\n", "pictures.py", ("png",), ("image/png", "image/x-png")),
}
_SAYS_NOTHING = ("", "application/octet-stream", "binary/octet-stream", "application/force-download")
_LIMIT_OF = {Refusal.TOO_MANY_PAGES: MAX_PAGES, Refusal.TOO_MANY_PIXELS: MAX_MEGAPIXELS}


@dataclass(frozen=True)
class Checked:
    """A file that may be kept: its clean copy, what it is, and a name that can be shown."""

    content: bytes
    media_type: MediaType
    pages: int
    name: str


def whole(upload) -> bytes:
    """All bytes of an upload, if they are not too many. Raises Refused."""
    limit = settings.DOCUMENT_MAX_BYTES
    upload.seek(0)
    content = upload.read(limit + 1)
    if not content:
        raise Refused(Refusal.EMPTY)
    if len(content) > limit:
        raise Refused(Refusal.TOO_LARGE, limit=limit // 2**20)
    return content


def inspect(content: bytes, *, name: str, declared: str = "") -> Checked:
    """Look inside, in a child with limits. Raises Refused."""
    media_type = sniff(content)
    _start, reader, endings, declarations = _KINDS[media_type]
    ending = name.rpartition(".")[2].lower().strip() if "." in name else ""
    if (ending and ending not in endings) or declared.partition(";")[0].strip().lower() not in (*declarations, *_SAYS_NOTHING):
        raise Refused(Refusal.MISMATCH)
    told, clean = _read(reader, media_type, content)
    if "refused" in told:
        code = Refusal(told["refused"])
        raise Refused(code, limit=_LIMIT_OF.get(code))
    return Checked(clean, media_type, told["pages"], display_name(name, ending=endings[0]))


def sniff(content: bytes) -> MediaType:
    """What the first bytes say; nothing may stand before them. Raises Refused."""
    for media_type, (start, *_rest) in _KINDS.items():
        if content.startswith(start):
            return media_type
    raise Refused(Refusal.KIND)


def _read(reader: str, media_type: MediaType, content: bytes) -> tuple[dict, bytes]:
    child = Child(Path(__file__).with_name(reader), LIMITS)
    try:
        return child.ask({"media_type": media_type.value, **BOUNDS}, content)
    except Exhausted:
        raise Refused(Refusal.TOO_COMPLEX) from None
    except Failed:
        raise Refused(Refusal.DAMAGED) from None


def display_name(name: str, *, ending: str) -> str:
    """The sender's name for the file as harmless text: no folders, no control or invisible characters, of bounded length."""
    name = unicodedata.normalize("NFC", re.split(r"[\\/]", name)[-1])
    visible = "".join(sign for sign in re.sub(r"\s", " ", name) if unicodedata.category(sign)[0] != "C")
    stem, dot, last = " ".join(visible.split()).rpartition(".")
    stem = (stem if dot else last).strip(". ") or "document"
    last = last.lower() if dot and last else ending
    return f"{stem[: MAX_NAME - len(last) - 1].rstrip('. ')}.{last}"
