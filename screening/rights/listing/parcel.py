"""One application as one ZIP file: the answers and receipts as PDF, every letter as text, every document as it is kept."""

import io
import json
from collections.abc import Iterator
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext as _

from recruitment.documents import delivery
from recruitment.documents.models import Document, Issued
from recruitment.documents.states import NotReleased
from recruitment.notifications.models import Letter
from screening.applications.models import Application
from screening.applications.personal import applications_of


def pack(application: Application) -> io.BytesIO:
    """The open file, at its beginning; what cannot be given now is named in a text of its own, and nothing is left out in silence."""
    packed = io.BytesIO()
    missing = []
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("answers.json", _answers(application))
        for name, letter in _letters(application):
            archive.writestr(name, f"{letter.subject}\n{letter.written_at:%Y-%m-%d %H:%M} UTC\n\n{letter.body}\n")
        for name, paper in _papers(application):
            try:
                archive.writestr(name, delivery.content(paper))
            except NotReleased as refusal:
                missing.append(f"{name}: {refusal.sentence}")
        if missing:
            archive.writestr("missing.txt", "\n".join([_("Not in this file yet. Download it again later."), "", *missing, ""]))
    packed.seek(0)
    return packed


def _answers(application: Application) -> str:
    mine = [file for file in applications_of(application.candidate) if file["position"] == application.position.reference]
    return json.dumps(mine, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def _letters(application: Application) -> Iterator[tuple[str, Letter]]:
    letters = Letter.objects.visible_to(application.candidate).about(application).order_by("written_at", "pk")
    for number, letter in enumerate(letters, start=1):
        yield f"letters/{number:02d}-{letter.kind}.txt", letter


def _papers(application: Application) -> Iterator[tuple[str, Document | Issued]]:
    subjects = [application, *application.versions.defer("answers")]
    issued = [paper for subject in subjects for paper in Issued.objects.kept().about(subject).order_by("pk")]
    for number, paper in enumerate(issued, start=1):
        yield f"issued/{number:02d}-{delivery.safe_name(paper.filename)}", paper
    attachments = application.attachments.standing().select_related("document").order_by("kind", "pk")
    for number, attachment in enumerate(attachments, start=1):
        yield f"documents/{number:02d}-{attachment.kind}-{delivery.safe_name(attachment.document.filename)}", attachment.document
