"""The counter: verified, never cached, never run by a browser, and only what may be shown."""

import hashlib

import pytest
from django.utils import translation

from recruitment.audit.models import Entry
from recruitment.documents import actions, delivery
from recruitment.documents.models import Document
from recruitment.documents.states import NotReleased


def whole(response) -> bytes:
    return b"".join(response.streaming_content)


def test_an_accepted_document_comes_as_an_attachment_that_no_browser_runs(accepted):
    response = delivery.stream(accepted)
    assert hashlib.sha256(whole(response)).hexdigest() == accepted.sha256
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == "attachment; filename*=utf-8''Diplom%20M%C3%BCller.pdf"
    assert response.headers["Content-Length"] == str(accepted.size)
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Notice 沪人社〔2026〕12号", "Notice 沪人社〔2026〕12号"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        ("line\r\nSet-Cookie: x=1", "line--Set-Cookie- x=1"),
        ("...", "document"),
    ],
)
def test_a_name_cannot_break_the_header_or_a_file_system(title, shown):
    assert delivery.safe_name(title) == shown


def test_what_is_not_accepted_is_not_shown_and_says_why(received, upload, candidate, room):
    with pytest.raises(NotReleased, match="still being checked"):
        delivery.stream(received)
    with room.open(received.path, "r+b") as file:
        file.write(b"\0")
    actions.scan(received.uuid)
    with pytest.raises(NotReleased, match="could not be used"):
        delivery.stream(Document.objects.get(pk=received.pk))


def test_a_file_that_was_damaged_or_lost_later_is_an_error_before_the_first_byte(accepted, room, caplog):
    with room.open(accepted.path, "r+b") as file:
        file.seek(30)
        file.write(b"\0\0\0")
    for _damage in ("changed", "gone"):
        with pytest.raises(NotReleased, match="The fault is on our side"):
            delivery.stream(accepted)
        room.delete(accepted.path)
    assert "does not open" in caplog.text


def test_reading_a_personal_file_leaves_a_footprint(accepted, hr_officer):
    assert whole(delivery.read(accepted, by=hr_officer)).startswith(b"%PDF-")
    entry = Entry.objects.get(verb="documents.document.read")
    assert (entry.actor_id, entry.subject_id) == (hr_officer.pk, str(accepted.pk))


def test_a_refused_reading_leaves_none(received, hr_officer):
    with pytest.raises(NotReleased):
        delivery.read(received, by=hr_officer)
    assert not Entry.objects.filter(verb="documents.document.read").exists()


def test_the_reason_is_told_in_the_readers_language(received):
    with translation.override("en"), pytest.raises(NotReleased) as refusal:
        delivery.stream(received)
    assert str(refusal.value.sentence).endswith("in a few minutes.")


def test_only_ones_own_papers_are_visible(accepted, candidate, rival, outsider, hr_officer):
    assert list(Document.objects.visible_to(candidate)) == [accepted]
    for other in (rival, outsider, hr_officer):
        assert not Document.objects.visible_to(other).exists()
