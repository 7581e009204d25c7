"""What a candidate says about a paper: optional on upload, corrected afterwards, kept half, refused in a sentence when impossible."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from positions.models import RequiredDocument
from recruitment.core.refusals import Refused
from screening.applications import actions
from screening.applications.models import Attachment, PaperFacts
from screening.applications.personal import applications_of

pytestmark = pytest.mark.django_db

TOLD = {"country": "DE", "issued_on": "2026-10-01", "language": "de", "name_on_paper": "Anna-Lena Schmidt", "authentication": "apostille"}


@pytest.fixture
def asked(draft):
    RequiredDocument.objects.create(position=draft.position, kind="no_criminal_record", required=True, sentence_en="Record")
    return draft


@pytest.fixture
def paper(asked, candidate, a_pdf):
    return actions.attach(asked, "no_criminal_record", a_pdf("fz.pdf"), by=candidate)


def upload(draft) -> str:
    return reverse("applications:paper", args=[draft.uuid, "no_criminal_record"])


def about(paper) -> str:
    return reverse("applications:paper_about", args=[paper.application.uuid, paper.pk])


def test_a_file_comes_in_without_a_word_about_it(signed_in, asked, a_pdf):
    assert signed_in.post(upload(asked), {"files": [a_pdf()]}).status_code == 302
    assert Attachment.objects.exists() and not PaperFacts.objects.exists()


def test_what_is_said_on_upload_is_kept_with_every_file(signed_in, asked, a_pdf):
    signed_in.post(upload(asked), {"files": [a_pdf("1.pdf"), a_pdf("2.pdf")], **TOLD})

    kept = PaperFacts.objects.values_list("country", "issued_on", "name_on_paper", "authentication")
    assert list(kept) == [("DE", datetime.date(2026, 10, 1), "Anna-Lena Schmidt", "apostille")] * 2


def test_only_what_makes_sense_is_asked(signed_in, asked):
    of_record = signed_in.get(upload(asked)).content.decode()
    of_passport = signed_in.get(reverse("applications:paper", args=[asked.uuid, "passport"])).content.decode()

    assert "Issued on" in of_record and "Issued on" not in of_passport


def test_it_can_be_said_and_taken_back_afterwards(signed_in, paper):
    assert signed_in.post(about(paper), TOLD).status_code == 302
    assert 'value="2026-10-01"' in signed_in.get(about(paper)).content.decode()

    signed_in.post(about(paper), {})
    assert not PaperFacts.objects.exists()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"issued_on": "tomorrow"}, "Write the date as year-month-day"),
        ({"issued_on": "2199-01-01"}, "Check the year"),
        ({"issued_on": str(timezone.localdate() + datetime.timedelta(days=1))}, "lies in the future"),
        ({"issued_on": "2026-10-01", "expires_on": "2026-09-01"}, "ends before it was issued"),
        ({"country": "Atlantis"}, "Choose an entry of the list"),
        ({"language": "<script>"}, "Choose an entry of the list"),
        ({"authentication": "stamp"}, "Select a valid choice|is not one of|Choose"),
        ({"name_on_paper": "x" * 201}, "200"),
    ],
)
def test_impossible_answers_get_a_sentence_and_what_was_typed_stays(signed_in, paper, told, sentence):
    response = signed_in.post(about(paper), {**TOLD, **told})

    assert response.status_code == 200 and not PaperFacts.objects.exists()
    assert any(word in str(response.context["form"].errors) for word in sentence.split("|"))
    assert "Anna-Lena Schmidt" in response.content.decode() or "name_on_paper" in told


def test_a_better_file_has_answers_of_its_own(signed_in, paper, candidate, a_pdf):
    actions.describe(paper, facts={"country": "DE"}, by=candidate)

    signed_in.post(reverse("applications:paper_replace", args=[paper.application.uuid, paper.pk]), {"file": a_pdf("new.pdf"), **TOLD})

    assert PaperFacts.objects.get().attachment.document.display_name == "new.pdf"


def test_strangers_find_nothing_and_the_office_holds_it_fast(client, rival, submitted, candidate, a_pdf):
    paper = Attachment.objects.create(application=submitted, kind="degree", document=actions_document(candidate, a_pdf))
    client.force_login(rival)
    assert client.get(about(paper)).status_code == 404
    assert client.post(about(paper), TOLD).status_code == 404
    with pytest.raises(Refused):
        actions.describe(paper, facts={"country": "DE"}, by=candidate)


def actions_document(candidate, a_pdf):
    from recruitment.documents.actions import receive

    return receive(a_pdf(), kind="degree", owner=candidate, by=candidate)


def test_it_is_in_the_candidates_own_copy(paper, candidate):
    actions.describe(paper, facts={"country": "DE", "issued_on": datetime.date(2026, 10, 1)}, by=candidate)

    facts = applications_of(candidate)[0]["attachments"][0]["facts"]

    assert facts["country"] == "DE" and facts["issued_on"] == datetime.date(2026, 10, 1)
