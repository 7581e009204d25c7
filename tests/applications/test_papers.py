"""Papers: files come in under the kinds that the post asks for, are replaced and taken back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from positions.models import RequiredDocument
from recruitment.core.refusals import Refused
from recruitment.documents import actions as documents
from recruitment.documents.models import Document
from screening.applications import actions
from screening.applications.models import Attachment, SectionProgress
from screening.applications.states import State
from tests import factories

pytestmark = pytest.mark.django_db


def page(draft, kind: str = "passport") -> str:
    return reverse("applications:paper", args=[draft.uuid, kind])


def section(draft) -> str:
    return reverse("applications:section", args=[draft.uuid, "documents"])


def complete(client, draft):
    seen = SectionProgress.objects.filter(section="documents").first()
    return client.post(section(draft), {"then": "complete", "seen": seen.stamp if seen else ""})


def asks_for(draft, kind: str, *, required: bool = True) -> None:
    RequiredDocument.objects.create(position=draft.position, kind=kind, required=required, sentence_en=f"About {kind}")


def test_several_files_come_in_at_once_and_are_being_checked(signed_in, draft, a_pdf):
    response = signed_in.post(page(draft), {"files": [a_pdf("Pass Müller.pdf"), a_pdf("护照.pdf")]}, follow=True)

    shown = response.content.decode()
    assert "2 files were received" in shown and "Being checked" in shown
    assert "Pass Müller.pdf" in shown and "护照.pdf" in shown
    assert Attachment.objects.count() == 2


def test_an_accepted_file_can_be_downloaded_and_one_being_checked_cannot(signed_in, draft, candidate, a_pdf):
    attachment = actions.attach(draft, "passport", a_pdf(), by=candidate)
    url = reverse("applications:download", args=[draft.uuid, attachment.pk])
    assert signed_in.get(url).status_code == 302

    documents.scan(attachment.document.uuid)

    response = signed_in.get(url)
    assert response.status_code == 200 and b"".join(response.streaming_content).startswith(b"%PDF")
    assert "File received" in signed_in.get(section(draft)).content.decode()


def test_a_page_of_a_pdf_is_shown_to_its_sender_alone_and_kept_by_no_cache(signed_in, draft, candidate, rival, a_pdf):
    attachment = actions.attach(draft, "passport", a_pdf(), by=candidate)
    address = reverse("applications:preview", args=[draft.uuid, attachment.pk])
    assert address not in signed_in.get(section(draft)).content.decode()
    assert signed_in.get(address).status_code == 302

    documents.scan(attachment.document.uuid)

    assert address in signed_in.get(section(draft)).content.decode()
    answer = signed_in.get(address, {"page": "x"})
    assert 'src="data:image/png;base64,' in answer.content.decode() and 'alt="Page 1 of 1 of passport.pdf"' in answer.content.decode()
    assert "a picture: there is no text" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store" and "img-src 'self' data:" in answer["Content-Security-Policy"]
    signed_in.force_login(rival)
    assert signed_in.get(address).status_code == 404


def test_a_page_that_cannot_be_painted_is_a_clear_sentence(signed_in, draft, candidate, a_pdf, monkeypatch):
    attachment = actions.attach(draft, "passport", a_pdf(), by=candidate)
    documents.scan(attachment.document.uuid)
    monkeypatch.setattr("recruitment.documents.delivery.content", lambda paper: b"%PDF-1.7 torn apart")

    answer = signed_in.get(reverse("applications:preview", args=[draft.uuid, attachment.pk]))

    assert answer.status_code == 200 and "cannot be shown as a picture" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("passport.pdf", b"", "empty"),
        ("virus.exe", b"MZ" + bytes(100), "kind of file is not accepted"),
        ("passport.pdf", b"%PDF-1.7 torn apart", "damaged"),
        ("passport.png", b"%PDF-1.7\n", "does not fit its content"),
        ("big.pdf", b"%PDF-" + bytes(10 * 2**20), "larger than"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence_at_the_field(signed_in, draft, name, content, sentence):
    response = signed_in.post(page(draft), {"files": SimpleUploadedFile(name, content, "application/pdf")})

    assert response.status_code == 200
    assert sentence in str(response.context["form"].errors["files"])
    assert not Attachment.objects.exists() and not Document.objects.exists()


def test_good_files_stay_when_another_is_refused(signed_in, draft, a_pdf):
    bad = SimpleUploadedFile("<script>.exe", b"MZ", "application/pdf")

    response = signed_in.post(page(draft), {"files": [a_pdf(), bad]})

    assert "&lt;script&gt;.exe" in response.content.decode() and "<script>.exe" not in response.content.decode()
    assert Attachment.objects.count() == 1


def test_without_a_file_and_with_too_many_the_field_says_so(signed_in, draft, a_pdf):
    assert "Choose a file" in str(signed_in.post(page(draft), {}).context["form"].errors)
    many = signed_in.post(page(draft), {"files": [a_pdf() for _number in range(11)]})
    assert "at most 10 files" in str(many.context["form"].errors)


def test_a_file_of_a_draft_is_replaced_and_its_key_destroyed(signed_in, draft, candidate, a_pdf):
    old = actions.attach(draft, "passport", a_pdf("blurred.pdf"), by=candidate)
    url = reverse("applications:paper_replace", args=[draft.uuid, old.pk])
    assert "blurred.pdf" in signed_in.get(url).content.decode()

    response = signed_in.post(url, {"file": a_pdf("sharp.pdf")})

    assert response.url == section(draft)
    assert Attachment.objects.get().document.display_name == "sharp.pdf"
    assert Document.objects.get(pk=old.document.pk).is_erased


def test_a_refused_replacement_leaves_the_old_file(signed_in, draft, candidate, a_pdf):
    old = actions.attach(draft, "passport", a_pdf(), by=candidate)
    url = reverse("applications:paper_replace", args=[draft.uuid, old.pk])

    response = signed_in.post(url, {"file": SimpleUploadedFile("x.pdf", b"%PDF-", "application/pdf")})

    assert response.status_code == 200 and response.context["form"].errors["file"]
    assert Attachment.objects.get() == old


def test_a_file_of_a_draft_is_removed_for_good(signed_in, draft, candidate, a_pdf):
    attachment = actions.attach(draft, "passport", a_pdf(), by=candidate)
    url = reverse("applications:paper_remove", args=[draft.uuid, attachment.pk])
    assert "Remove this file?" in signed_in.get(url).content.decode()

    signed_in.post(url)

    assert not Attachment.objects.exists() and Document.objects.get().is_erased
    assert signed_in.post(url).status_code == 404


def test_what_the_office_has_seen_stays_with_a_remark(signed_in, complete_draft, candidate, a_pdf):
    attachment = actions.attach(complete_draft, "passport", a_pdf(), by=candidate)
    returned = factories.brought_to(complete_draft, State.RETURNED)

    signed_in.post(reverse("applications:paper_remove", args=[returned.uuid, attachment.pk]))

    kept = Attachment.objects.get()
    assert kept.removed_at is not None and not kept.document.is_erased
    assert not Attachment.objects.standing().exists()


def test_the_section_is_complete_when_every_needed_paper_is_there(signed_in, draft, candidate, a_pdf):
    response = complete(signed_in, draft)
    assert [problem["href"] for problem in response.context["problems"]] == ["#paper-passport"]

    actions.attach(draft, "passport", a_pdf(), by=candidate)

    assert complete(signed_in, draft).status_code == 302
    assert SectionProgress.objects.get().done is True


def test_a_file_that_cannot_be_used_does_not_count(signed_in, draft, candidate, a_pdf):
    attachment = actions.attach(draft, "passport", a_pdf(), by=candidate)
    Document.objects.filter(pk=attachment.document.pk).update(state="quarantined", scanned_at="2026-01-01T00:00Z")

    assert complete(signed_in, draft).context["problems"]


def test_papers_are_asked_only_for_what_was_claimed(signed_in, complete_draft, candidate, a_pdf):
    """A mother tongue needs no certificate, somebody never employed no proof, and case studies are written in the form."""
    for kind in ("language_certificate", "employment_proof", "translation", "case_study", "photo_not_needed"):
        asks_for(complete_draft, kind)
    actions.attach(complete_draft, "passport", a_pdf(), by=candidate)
    problems = complete(signed_in, complete_draft).context["problems"]
    assert {problem["href"] for problem in problems} == {"#paper-language_certificate", "#paper-employment_proof"}

    complete_draft.languages.filter(is_native=False).delete()
    complete_draft.employment.all().delete()

    assert complete(signed_in, complete_draft).status_code == 302


@pytest.mark.parametrize("kind", ["case_study", "photo_not_needed", "diploma", "..", "<x>"])
def test_kinds_that_take_no_file_have_no_page(signed_in, draft, kind):
    asks_for(draft, "case_study")
    asks_for(draft, "photo_not_needed")

    assert signed_in.get(f"/en/applications/{draft.uuid}/documents/{kind}/").status_code == 404


def test_there_is_room_for_twenty_files_of_a_kind(draft, candidate, a_pdf, monkeypatch):
    monkeypatch.setattr("screening.applications.actions.papers.MOST_OF_A_KIND", 1)
    actions.attach(draft, "passport", a_pdf(), by=candidate)

    with pytest.raises(Refused, match="already 1 files"):
        actions.attach(draft, "passport", a_pdf(), by=candidate)


def test_a_file_in_the_office_takes_no_more(signed_in, submitted, a_pdf):
    response = signed_in.post(page(submitted), {"files": a_pdf()})

    assert response.status_code == 409
    assert not Document.objects.exists()
