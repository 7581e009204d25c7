"""The one door to the virus scanner.

Without CLAMD_URL nobody scans for viruses, and each document says so: what was checked is its structure, and the test
signature by which an operator tries the alarm. With CLAMD_URL a document is released only after clamd has answered.
"""

import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from recruitment.documents.states import DocumentState

TIMEOUT = 30
CHUNK = 256 * 1024
LONGEST_ANSWER = 4096
STRUCTURE_ONLY = "structure-only"
# The harmless test file of the anti-virus industry (EICAR), in two parts so that this file is not taken for it.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!"


class Unavailable(Exception):
    """The scanner did not answer; nothing is known about the file."""


@dataclass(frozen=True)
class Finding:
    """What the scanner said, and who it was."""

    state: DocumentState
    engine: str
    note: str


def scan(content: bytes) -> Finding:
    """Look for harmful content. Raises Unavailable."""
    if not settings.CLAMD_URL:
        return _by_structure(content)
    return _by_clamd(content)


def _by_structure(content: bytes) -> Finding:
    if EICAR in content:
        return Finding(DocumentState.QUARANTINED, STRUCTURE_ONLY, "EICAR test signature")
    return Finding(DocumentState.ACCEPTED, STRUCTURE_ONLY, "Structural checks only; no virus scanner is configured.")


def _by_clamd(content: bytes) -> Finding:
    engine = _ask(b"VERSION")
    answer = _ask(b"INSTREAM", content)
    if answer == "stream: OK":
        return Finding(DocumentState.ACCEPTED, engine, "")
    if answer.endswith(" FOUND"):
        return Finding(DocumentState.QUARANTINED, engine, answer.removeprefix("stream: ").removesuffix(" FOUND"))
    if "size limit exceeded" in answer:
        return Finding(DocumentState.REJECTED, engine, "The scanner's StreamMaxLength is smaller than this file.")
    raise Unavailable(f"clamd answered: {answer[:100]!r}")


def _ask(command: bytes, content: bytes | None = None) -> str:
    """One command to clamd and its answer, in the form with a zero byte at the end (man clamd)."""
    try:
        with _connected(settings.CLAMD_URL) as line:
            with suppress(BrokenPipeError, ConnectionResetError):  # it answers before it hangs up on a file that is too long
                line.sendall(b"z" + command + b"\0")
                if content is not None:
                    line.sendall(b"".join(_chunks(content)))
            return _answer(line)
    except OSError as fault:
        raise Unavailable(f"{type(fault).__name__}: {fault}") from fault


def _connected(url: str) -> socket.socket:
    """`tcp://host:port` or `unix:///path/to/socket`."""
    parts = urlsplit(url)
    if parts.scheme != "unix":
        return socket.create_connection((parts.hostname, parts.port or 3310), timeout=TIMEOUT)
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.settimeout(TIMEOUT)
    line.connect(parts.path)
    return line


def _chunks(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), CHUNK):
        piece = content[start : start + CHUNK]
        yield len(piece).to_bytes(4, "big") + piece
    yield bytes(4)


def _answer(line: socket.socket) -> str:
    told = b""
    while not told.endswith(b"\0") and len(told) < LONGEST_ANSWER:
        piece = line.recv(LONGEST_ANSWER)
        if not piece:
            break
        told += piece
    return told.rstrip(b"\0").decode("utf-8", "replace").strip()
