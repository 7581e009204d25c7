"""A whole application in one file, for its candidate alone."""

import io
import json
from zipfile import ZipFile

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from recruitment.audit.models import Entry
from recruitment.documents import actions as documents
from recruitment.documents.models import Document, Issued
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.rights import actions

pytestmark = pytest.mark.django_db


def opened(answer) -> ZipFile:
    archive = ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    assert archive.testzip() is None
    return archive


def test_everything_of_an_application_in_one_file(client, complete_draft, candidate, a_pdf_upload):
    paper = applications.attach(complete_draft, "passport", a_pdf_upload, by=candidate).document
    complete_draft.progress.update(done=True)
    file = applications.submit(Application.objects.get(pk=complete_draft.pk), by=candidate)
    client.force_login(candidate)
    address = reverse("rights:parcel", args=[file.uuid])
    assert address in client.get(reverse("applications:file", args=[file.uuid])).content.decode()

    early = opened(client.get(address))
    assert "missing.txt" in early.namelist() and "passport" in early.read("missing.txt").decode()

    documents.scan(paper.uuid)
    for issued in Issued.objects.all():
        documents.press(issued.uuid)
    answer = client.get(address)
    assert answer["Cache-Control"] == "no-store" and file.reference in answer["Content-Disposition"]
    names = (whole := opened(answer)).namelist()
    assert any(name.startswith("letters/01-submitted") for name in names)
    assert any(name.startswith("issued/") and name.endswith(".pdf") for name in names)
    assert json.loads(whole.read("answers.json"))[0]["number"] == file.reference
    if Document.objects.get().state == "accepted":
        assert any(name.startswith("documents/01-passport") for name in names) and "missing.txt" not in names
    assert Entry.objects.filter(verb="rights.parcel.take").count() == 2


def test_nobody_else_has_it(client, submitted, rival, hr_officer):
    for who in (rival, hr_officer):
        client.force_login(who)
        assert client.get(reverse("rights:parcel", args=[submitted.uuid])).status_code == 404
        with pytest.raises(PermissionDenied):
            actions.take_parcel(submitted, by=who)
    client.logout()
    assert client.get(reverse("rights:parcel", args=[submitted.uuid])).status_code == 302
