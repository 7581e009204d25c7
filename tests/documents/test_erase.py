"""Erase: the key and the file are gone, in the storage and in every backup of it; the row stays."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from recruitment.audit.models import Entry
from recruitment.core.crypto import UnknownKey
from recruitment.documents import actions, delivery, storage
from recruitment.documents.models import Document
from recruitment.documents.states import NotReleased


def test_key_and_file_are_gone_after_the_commit(accepted, candidate, room, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        erased = actions.erase(accepted, by=candidate)
    assert erased.wrapped_key is None
    assert erased.display_name == "—"
    assert not room.exists(accepted.path)
    with pytest.raises(NotReleased, match="erased"):
        delivery.stream(Document.objects.get(pk=accepted.pk))


def test_the_file_stays_when_the_erasure_is_rolled_back(accepted, candidate, room, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), pytest.raises(RuntimeError), transaction.atomic():
        actions.erase(accepted, by=candidate)
        raise RuntimeError
    assert storage.read(Document.objects.get(pk=accepted.pk))


def test_a_backup_of_the_file_does_not_open_any_more(accepted, candidate, room, django_capture_on_commit_callbacks):
    with room.open(accepted.path) as file:
        backup = file.read()
    with django_capture_on_commit_callbacks(execute=True):
        erased = actions.erase(accepted, by=candidate)
    room.save(erased.path, ContentFile(backup))
    with pytest.raises(UnknownKey):
        storage.read(erased)


def test_who_may_erase(accepted, candidate, rival, outsider, hr_officer, robot):
    for by in (rival, outsider):
        with pytest.raises(PermissionDenied):
            actions.erase(accepted, by=by)
    for by in (candidate, hr_officer, robot):
        assert actions.erase(accepted, by=by).is_erased


def test_a_second_erasure_leaves_no_second_footprint(accepted, candidate):
    actions.erase(accepted, by=candidate)
    actions.erase(accepted, by=candidate)
    assert Entry.objects.filter(verb="documents.document.erase").count() == 1


def test_the_database_refuses_an_erased_row_that_keeps_its_key(accepted):
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=accepted.pk).update(erased_at=accepted.uploaded_at)
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=accepted.pk).update(state="received")


def test_files_of_no_row_are_tidied_away_when_they_are_old(accepted, room, monkeypatch):
    room.save("ff/ffffffffffffffffffffffffffffffff", ContentFile(b"orphan"))
    actions.tidy()
    assert room.exists("ff/ffffffffffffffffffffffffffffffff")
    monkeypatch.setattr("recruitment.documents.actions.keeping.ORPHAN_AGE", -actions.keeping.ORPHAN_AGE)
    assert actions.tidy() >= 1
    assert not room.exists("ff/ffffffffffffffffffffffffffffffff")
    assert room.exists(accepted.path)
