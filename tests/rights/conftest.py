"""Files in many states, and a real PDF."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import factories
from tests.documents.corpus import good_pdf


@pytest.fixture
def a_pdf_upload():
    return SimpleUploadedFile("passport.pdf", good_pdf(), "application/pdf")


@pytest.fixture
def a_file(department, candidate, hr_officer, second_hr_officer):
    """Makes one file of the candidate, for a post of its own, in a state."""

    def make(state: str):
        post = factories.published_position(department, author=hr_officer, reviewer=second_hr_officer)
        return factories.brought_to(factories.complete(factories.application(post, candidate)), state)

    return make


@pytest.fixture
def brought():
    """Takes a complete file on to a state."""
    return factories.brought_to
