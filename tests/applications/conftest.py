"""What the candidate's tests share: a real PDF, and a browser that is signed in."""

import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile


@pytest.fixture
def a_pdf():
    """Makes the upload of a small real PDF."""

    def make(name: str = "passport.pdf") -> SimpleUploadedFile:
        kept = io.BytesIO()
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.save(kept)
        return SimpleUploadedFile(name, kept.getvalue(), "application/pdf")

    return make


@pytest.fixture
def signed_in(client, candidate):
    """The candidate at their desk."""
    client.force_login(candidate)
    return client
