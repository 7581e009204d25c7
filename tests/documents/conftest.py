"""What the tests of paper share: an upload, a document in each state, and the room where files lie."""

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile

from recruitment.documents import actions
from tests.documents.corpus import good_pdf


@pytest.fixture
def upload():
    """A good file as a browser sends it."""

    def make(content: bytes | None = None, name: str = "Diplom Müller.pdf", declared: str = "application/pdf"):
        return SimpleUploadedFile(name, good_pdf() if content is None else content, declared)

    return make


@pytest.fixture
def received(candidate, upload):
    return actions.receive(upload(), kind="diploma", owner=candidate, by=candidate)


@pytest.fixture
def accepted(received):
    actions.scan(received.uuid)
    return type(received).objects.get(pk=received.pk)


@pytest.fixture
def room():
    """The storage, with its files by path."""
    return storages["documents"]
