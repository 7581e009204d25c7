"""Files of a question: checked like every document, sealed by their hash, read by whoever needs them and nobody else."""

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from recruitment.core.refusals import Refused
from recruitment.documents import actions as documents
from recruitment.documents.models import Document
from screening.competence import actions
from screening.competence.models import Question
from tests import assessments
from tests.competence import bank
from tests.documents.corpus import good_pdf


def page(name: str, *args) -> str:
    return reverse(f"competence:{name}", args=args)


@pytest.fixture
def with_file(client, setter) -> Question:
    """A draft with a file that a setter sent and the scanner passed."""
    question = bank.question(by=setter)
    client.force_login(setter)
    address = page("question_attach", question.uuid)
    assert client.get(address).status_code == 200
    bad = client.post(address, {"file": SimpleUploadedFile("x.pdf", b"MZ", "application/pdf")})
    assert (bad.status_code, question.materials.count()) == (422, 0)
    sent = client.post(address, {"file": SimpleUploadedFile("annex.pdf", good_pdf(), "application/pdf")})
    assert sent.url == page("question", question.uuid)
    return question


@pytest.fixture
def file(with_file) -> Document:
    document = with_file.materials.get().document
    documents.scan(document.uuid)
    return Document.objects.get(pk=document.pk)


def test_a_question_is_not_proposed_while_its_file_is_being_checked(with_file, setter):
    with pytest.raises(Refused, match="still being checked"):
        actions.propose(with_file, by=setter)


def test_nobody_attaches_to_the_question_of_another_nor_the_file_of_another(with_file, file, setter, second_setter):
    with pytest.raises(PermissionDenied):
        actions.attach(with_file, document=file, by=second_setter)
    with pytest.raises(PermissionDenied):
        actions.attach(bank.question(by=second_setter), document=file, by=second_setter)


def test_a_candidate_reads_the_file_while_writing_and_a_marker_while_marking(
    client, with_file, file, setter, second_setter, position, hr_officer, qualified, rival, panel
):
    question = actions.approve(actions.propose(with_file, by=setter), note="", by=second_setter)
    assert client.get(page("question_file", question.uuid, file.uuid)).status_code == 200
    paper = assessments.draft_paper(position, author=hr_officer)
    paper.tasks.all().delete()
    sealed = actions.seal(actions.compose(paper, form="A", questions=[question], by=hr_officer), by=hr_officer)
    actions.invite(sealed, by=hr_officer)
    sitting = assessments.admitted(assessments.sitting(sealed, qualified))
    address = page("file", sitting.uuid, file.uuid)
    client.force_login(qualified.candidate)
    assert client.get(address).url == page("paper", sitting.uuid)
    actions.start(sitting, by=qualified.candidate)
    assert address in client.get(page("answers", sitting.uuid)).content.decode()
    assert client.get(address).status_code == 200
    client.force_login(rival)
    assert client.get(address).status_code == 404
    actions.hand_in(type(sitting).objects.get(pk=sitting.pk), by=qualified.candidate)
    actions.assign(sealed, by=hr_officer)
    client.force_login(sitting.markings.first().marker)
    assert page("script_file", sitting.code, file.uuid) in client.get(page("script", sitting.code)).content.decode()
    assert client.get(page("script_file", sitting.code, file.uuid)).status_code == 200
