"""Scan: one door to the scanner, which is honest, and releases nothing before it has answered."""

import contextlib
import socket
import socketserver
import threading

import pytest
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.documents import actions, scanning, storage
from recruitment.documents.models import Document
from recruitment.documents.scanning import EICAR
from recruitment.documents.states import DocumentState
from tests.documents.corpus import new_pdf, saved


def again(document: Document) -> Document:
    return Document.objects.get(pk=document.pk)


class Clamd(socketserver.BaseRequestHandler):
    """Speaks clamd's INSTREAM as its manual describes it; how it behaves is the server's `mood`."""

    def handle(self):
        mood = self.server.mood
        if mood == "silent":
            threading.Event().wait(1)
            return
        command = self.until_zero()
        if command == b"zVERSION":
            self.request.sendall(b"ClamAV 1.4.1/27500\0")
            return
        if mood == "full":
            self.request.sendall(b"INSTREAM size limit exceeded. ERROR\0")
            return
        if mood == "hangs up":
            return
        content = self.stream()
        answer = b"stream: OK" if EICAR not in content else b"stream: Eicar-Test-Signature FOUND"
        self.request.sendall((b"stream: broken ERROR" if mood == "broken" else answer) + b"\0")

    def until_zero(self) -> bytes:
        said = b""
        while not said.endswith(b"\0"):
            said += self.request.recv(1)
        return said[:-1]

    def stream(self) -> bytes:
        content = b""
        while size := int.from_bytes(self.exactly(4), "big"):
            content += self.exactly(size)
        return content

    def exactly(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            data += self.request.recv(size - len(data))
        return data


@contextlib.contextmanager
def listening(address, family):
    class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
        address_family, daemon_threads, block_on_close, mood = family, True, False, "well"

    server = Server(address, Clamd)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def clamd(settings):
    with listening(("127.0.0.1", 0), socket.AF_INET) as server:
        settings.CLAMD_URL = f"tcp://127.0.0.1:{server.server_address[1]}"
        yield server


@pytest.fixture
def infected(candidate, upload):
    pdf = new_pdf()
    pdf.Root.Hidden = pdf.make_stream(EICAR + b"$H+H*")
    content = saved(pdf, compress_streams=False)
    return actions.receive(upload(content), kind="diploma", owner=candidate, by=candidate)


def test_without_a_scanner_a_document_is_accepted_and_says_that_nobody_scanned_it(received):
    actions.scan(received.uuid)
    document = again(received)
    assert (document.state, document.scan_engine) == (DocumentState.ACCEPTED, "structure-only")
    assert "no virus scanner" in document.scan_note
    assert document.scanned_at <= timezone.now()


def test_with_a_scanner_its_name_stands_on_the_document(received, clamd):
    actions.scan(received.uuid)
    assert (again(received).state, again(received).scan_engine) == (DocumentState.ACCEPTED, "ClamAV 1.4.1/27500")


def test_a_scanner_behind_a_socket_file_is_reached_too(received, settings, tmp_path):
    with listening(str(tmp_path / "clamd.sock"), socket.AF_UNIX):
        settings.CLAMD_URL = f"unix://{tmp_path}/clamd.sock"
        assert scanning.scan(b"content" * 100_000).state == DocumentState.ACCEPTED


@pytest.mark.parametrize("configured", [True, False])
def test_the_test_virus_is_quarantined(infected, configured, request):
    if configured:
        request.getfixturevalue("clamd")
    actions.scan(infected.uuid)
    document = again(infected)
    assert document.state == DocumentState.QUARANTINED
    assert "eicar" in document.scan_note.lower()


@pytest.mark.parametrize("mood", ["silent", "hangs up", "broken"])
def test_a_scanner_that_does_not_answer_releases_nothing_and_is_asked_again(received, clamd, mood, monkeypatch):
    monkeypatch.setattr(scanning, "TIMEOUT", 0.3)
    clamd.mood = mood
    actions.scan(received.uuid)
    document = again(received)
    assert document.state == DocumentState.SCANNING
    assert document.next_try_at > timezone.now()
    assert document.tries == 1
    clamd.mood = "well"
    actions.scan(received.uuid)
    assert again(received).state == DocumentState.ACCEPTED


def test_a_scanner_that_is_not_there_releases_nothing(received, settings):
    settings.CLAMD_URL = "tcp://127.0.0.1:1"
    actions.scan(received.uuid)
    assert again(received).state == DocumentState.SCANNING


def test_a_file_that_is_too_long_for_the_scanner_is_rejected_with_a_note(received, clamd):
    clamd.mood = "full"
    actions.scan(received.uuid)
    assert again(received).state == DocumentState.REJECTED
    assert "StreamMaxLength" in again(received).scan_note


def test_a_file_that_does_not_open_is_rejected(received, room):
    with room.open(received.path, "r+b") as file:
        file.write(b"\0")
    actions.scan(received.uuid)
    assert (again(received).state, again(received).scan_engine) == (DocumentState.REJECTED, "storage")


def test_a_second_scan_changes_nothing(accepted):
    actions.scan(accepted.uuid)
    assert again(accepted).scanned_at == accepted.scanned_at
    assert again(accepted).tries == 1


def test_a_scan_of_what_is_gone_does_nothing(received, candidate):
    actions.erase(received, by=candidate)
    actions.scan(received.uuid)
    actions.scan("00000000-0000-0000-0000-000000000000")
    assert again(received).state == DocumentState.RECEIVED


def test_the_robot_leaves_a_footprint_of_the_finding(accepted, robot):
    entry = Entry.objects.get(verb="documents.document.accept")
    assert entry.actor_id == robot.pk
    assert entry.data["engine"] == "structure-only"


def test_what_was_scanned_is_the_clear_file(received, clamd):
    assert storage.read(received).startswith(b"%PDF-")
