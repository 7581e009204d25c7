"""Receive: a file is taken in, or refused with a sentence and without a trace."""

import hashlib
import threading
from uuid import UUID

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import storages
from django.db import connection, transaction

from recruitment import celery_app
from recruitment.audit.models import Entry
from recruitment.documents import actions
from recruitment.documents.models import Document
from recruitment.documents.states import DocumentState, Refusal, Refused
from tests.documents.corpus import good_pdf


def test_a_good_file_is_kept_encrypted_under_a_name_that_nobody_typed(candidate, upload, room):
    document = actions.receive(upload(), kind="diploma", owner=candidate, by=candidate)
    document = Document.objects.get(pk=document.pk)
    assert (document.state, document.pages, document.display_name) == (DocumentState.RECEIVED, 2, "Diplom Müller.pdf")
    assert document.received_sha256 == hashlib.sha256(good_pdf()).hexdigest()
    assert UUID(document.path.split("/")[1]) == document.uuid
    with room.open(document.path) as file:
        kept = file.read()
    assert kept[:5] != b"%PDF-"
    assert b"Catalog" not in kept


def test_only_the_owner_the_office_and_the_robot_hand_papers_in(candidate, rival, hr_officer, robot, upload):
    with pytest.raises(PermissionDenied):
        actions.receive(upload(), kind="diploma", owner=candidate, by=rival)
    for by in (candidate, hr_officer, robot):
        assert actions.receive(upload(), kind="diploma", owner=candidate, by=by).owner == candidate


def test_a_footprint_tells_what_came_without_the_name_that_was_typed(received, candidate):
    entry = Entry.objects.get(verb="documents.document.receive")
    assert (entry.actor_id, entry.subject_id) == (candidate.pk, str(received.pk))
    assert entry.data["sha256"] == received.received_sha256
    assert "Müller" not in str(entry.data)


def test_the_scan_is_queued_after_the_commit(candidate, upload, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        actions.receive(upload(), kind="diploma", owner=candidate, by=candidate)
    assert len(callbacks) == 1


def test_a_refused_file_leaves_neither_row_nor_file_nor_footprint(candidate, upload, room):
    before = stored(room)
    with pytest.raises(Refused) as refusal:
        actions.receive(upload(b"MZ"), kind="diploma", owner=candidate, by=candidate)
    assert refusal.value.code == Refusal.KIND
    assert not Document.objects.exists()
    assert not Entry.objects.filter(verb="documents.document.receive").exists()
    assert stored(room) == before


def test_what_one_person_may_keep_is_bounded(candidate, rival, upload, settings):
    settings.DOCUMENT_QUOTA_BYTES = 1500
    actions.receive(upload(), kind="diploma", owner=candidate, by=candidate)
    with pytest.raises(Refused, match="MB") as refusal:
        actions.receive(upload(), kind="diploma", owner=candidate, by=candidate)
    assert refusal.value.code == Refusal.QUOTA
    assert actions.receive(upload(), kind="diploma", owner=rival, by=rival)


def test_an_erased_file_makes_room(candidate, upload, settings):
    settings.DOCUMENT_QUOTA_BYTES = 1500
    actions.erase(actions.receive(upload(), kind="diploma", owner=candidate, by=candidate), by=candidate)
    assert actions.receive(upload(), kind="diploma", owner=candidate, by=candidate)


def test_a_full_disk_leaves_neither_row_nor_file(candidate, upload, tmp_path, settings):
    small = tmp_path / "not-a-folder"
    small.write_text("")
    settings.STORAGES = settings.STORAGES | {
        "documents": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": small / "documents"}}
    }
    with pytest.raises(Refused) as refusal:
        actions.receive(upload(), kind="diploma", owner=candidate, by=candidate)
    assert refusal.value.code == Refusal.STORAGE
    assert not Document.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_uploads_at_once_do_not_pass_the_bound_together(candidate, upload, settings):
    settings.DOCUMENT_QUOTA_BYTES = 1500
    gate, answers = threading.Barrier(2), []

    def send():
        gate.wait()
        try:
            answers.append(actions.receive(upload(), kind="diploma", owner=candidate, by=candidate))
        except Refused as refusal:
            answers.append(refusal.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Document.objects.count() == 1
    assert Refusal.QUOTA in answers


@pytest.mark.django_db(transaction=True)
def test_a_broker_that_is_down_does_not_refuse_the_file(candidate, upload, monkeypatch, caplog):
    monkeypatch.setattr(celery_app, "_pool", None)
    monkeypatch.setattr(celery_app.amqp, "_producer_pool", None)
    monkeypatch.setattr(celery_app.conf, "broker_url", "redis://127.0.0.1:1/0")
    with transaction.atomic():
        document = actions.receive(upload(), kind="diploma", owner=candidate, by=candidate)
    assert "broker is not reachable" in caplog.text
    assert Document.objects.get(pk=document.pk).is_waiting


def stored(room) -> int:
    try:
        return sum(len(room.listdir(folder)[1]) for folder in room.listdir("")[0])
    except FileNotFoundError:
        return 0


def test_the_room_is_outside_everything_that_is_served(settings):
    room = storages["documents"]
    assert not str(room.location).startswith(str(settings.STATIC_ROOT))
    assert not settings.MEDIA_ROOT
