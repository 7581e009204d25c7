"""The store room: what lies there tells nothing, and never gives back anything else than what was kept."""

import os

import pytest
from django.core.files.base import ContentFile

from recruitment.core import crypto
from recruitment.documents import actions, storage
from recruitment.documents.models import Document
from recruitment.documents.states import NotStored
from tests.documents.corpus import new_pdf, saved


def rewrite(room, path: str, content: bytes) -> None:
    room.delete(path)
    room.save(path, ContentFile(content))


def raw(room, path: str) -> bytes:
    with room.open(path) as file:
        return file.read()


@pytest.fixture
def large(candidate, upload):
    """A document of several frames."""
    pdf = new_pdf()
    pdf.Root.Padding = pdf.make_stream(os.urandom(200_000))
    return actions.receive(upload(saved(pdf)), kind="diploma", owner=candidate, by=candidate)


def test_what_was_kept_comes_back(large):
    assert storage.read(large).startswith(b"%PDF-")
    assert len(storage.read(large)) == large.size > 200_000


@pytest.mark.parametrize("damage", ["flip", "cut", "cut at a frame", "grow", "swap frames", "empty"])
def test_a_damaged_file_gives_an_error_and_never_wrong_data(large, room, damage):
    whole, frame = raw(room, large.path), crypto.FRAME_BYTES + 16
    damaged = {
        "flip": whole[:100_000] + bytes([whole[100_000] ^ 1]) + whole[100_001:],
        "cut": whole[:-10],
        "cut at a frame": whole[: 2 * frame],
        "grow": whole + whole[-frame:],
        "swap frames": whole[frame : 2 * frame] + whole[:frame] + whole[2 * frame :],
        "empty": b"",
    }[damage]
    rewrite(room, large.path, damaged)
    with pytest.raises(crypto.Tampered):
        storage.read(large)


def test_two_files_that_were_exchanged_do_not_open(received, large, room):
    mine, theirs = raw(room, received.path), raw(room, large.path)
    rewrite(room, received.path, theirs)
    rewrite(room, large.path, mine)
    for document in (received, large):
        with pytest.raises(crypto.Tampered):
            storage.read(document)


def test_a_key_and_a_file_that_were_carried_to_another_row_do_not_open(received, large, room):
    rewrite(room, large.path, raw(room, received.path))
    Document.objects.filter(pk=large.pk).update(wrapped_key=received.wrapped_key, sha256=received.sha256)
    with pytest.raises(crypto.Tampered):
        storage.read(Document.objects.get(pk=large.pk))


def test_a_digest_that_was_changed_is_noticed(received):
    received.sha256 = "0" * 64
    with pytest.raises(crypto.Tampered):
        storage.read(received)


def test_a_storage_that_takes_another_name_is_not_trusted(received, room, monkeypatch):
    monkeypatch.setattr(type(room), "delete", lambda self, name: None)
    with pytest.raises(NotStored):
        storage.write(received, b"again", key=storage.enclose(received, b"again"))


def test_after_a_change_of_keys_old_files_open_and_are_wrapped_anew_in_steps(received, large, settings, monkeypatch):
    old = settings.DOCUMENT_KEYS
    settings.DOCUMENT_KEYS = {"newer": crypto.new_file_key(), **old}
    assert storage.read(received)
    whole = storage.rewrap

    def broken_off(paper):
        monkeypatch.setattr(storage, "rewrap", whole)
        whole(paper)
        raise KeyboardInterrupt

    monkeypatch.setattr(storage, "rewrap", broken_off)
    with pytest.raises(KeyboardInterrupt):
        actions.rewrap()
    assert actions.rewrap() == 2
    settings.DOCUMENT_KEYS = {"newer": settings.DOCUMENT_KEYS["newer"]}
    assert {storage.read(document)[:5] for document in Document.objects.all()} == {b"%PDF-"}


def test_a_lost_key_is_named(received, settings):
    settings.DOCUMENT_KEYS = {"other": crypto.new_file_key()}
    with pytest.raises(crypto.UnknownKey):
        storage.read(received)
