"""Officers at their desk, and files in many states."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from recruitment.accounts.roles import Role
from recruitment.documents import actions as documents
from screening.applications.models import Attachment
from screening.applications.states import State
from tests import factories
from tests.documents.corpus import good_pdf


@pytest.fixture
def as_hr(client, hr_officer):
    client.force_login(hr_officer)
    return client


@pytest.fixture
def as_checker(client, qualification_officer):
    client.force_login(qualification_officer)
    return client


@pytest.fixture
def more_files(position):
    """Makes files of further people in a state."""

    def make(number: int, state: str = State.SUBMITTED, prefix: str = "person"):
        people = [factories.person(f"{prefix}{index}", Role.CANDIDATE) for index in range(number)]
        return [factories.brought_to(factories.complete(factories.application(position, person)), state) for person in people]

    return make


@pytest.fixture
def attached(complete_draft, candidate) -> Attachment:
    """A scanned passport in the file."""
    upload = SimpleUploadedFile("passport.pdf", good_pdf(), "application/pdf")
    document = documents.receive(upload, kind="passport", owner=candidate, by=candidate)
    documents.scan(document.uuid)
    return Attachment.objects.create(application=complete_draft, kind="passport", document=document)
