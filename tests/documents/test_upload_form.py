"""The upload that every form can have."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from recruitment.documents.forms import UploadForm
from recruitment.documents.models import Document


def form_with(upload) -> UploadForm:
    return UploadForm({}, {"file": upload} if upload else {})


def test_a_good_file_becomes_a_document(candidate, upload):
    form = form_with(upload())
    assert form.is_valid()
    document = form.receive(kind="diploma", owner=candidate, by=candidate)
    assert Document.objects.get() == document
    assert not form.errors


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: None, "Choose a file to send."),
        (lambda: SimpleUploadedFile("a.pdf", b""), "The file is empty."),
        (lambda: SimpleUploadedFile("a.pdf", bytes(10 * 2**20 + 1)), "larger than 10 MB"),
    ],
)
def test_what_can_be_said_at_once_is_said_by_the_form(make, says):
    form = form_with(make())
    assert not form.is_valid()
    assert says in form.errors["file"][0]


def test_a_refused_file_gets_its_sentence_at_the_field(candidate):
    form = form_with(SimpleUploadedFile("a.pdf", b"MZ"))
    assert form.is_valid()
    assert form.receive(kind="diploma", owner=candidate, by=candidate) is None
    assert form.errors["file"] == ["This kind of file is not accepted. Send a PDF, JPEG or PNG file."]
    assert form.errors.as_data()["file"][0].code == "kind"


def test_browser_and_reader_are_told_what_is_accepted():
    shown = str(UploadForm()["file"])
    assert 'accept=".pdf,.jpg,.jpeg,.png"' in shown
    assert UploadForm()["file"].help_text == "PDF, JPEG or PNG, at most 10 MB."
