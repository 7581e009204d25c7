"""What rested on a consent goes with it: each kind in one transaction, with its footprint, in the form, its versions and its papers."""

import pytest
from django.urls import reverse

from recruitment.audit.models import Entry
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from recruitment.privacy import actions as privacy
from recruitment.privacy import registry
from recruitment.privacy.models import Consent
from recruitment.privacy.states import ConsentKind
from screening.applications import actions as applications
from screening.applications.actions.versions import keep_version
from screening.applications.models import Adjustment, Application, Attachment, Declaration, Referee, Reference
from screening.applications.states import State

pytestmark = pytest.mark.django_db


def given(file, kind: ConsentKind) -> Consent:
    return privacy.give(file.candidate, kind, language="de", about=file, by=file.candidate)


@pytest.fixture
def told(complete_draft, candidate, a_pdf_upload, brought):
    """A file under way in which everything sensitive was said and sent."""

    def make(kind: str) -> Application:
        applications.attach(complete_draft, kind, a_pdf_upload, by=candidate)
        declaration = complete_draft.declaration
        declaration.explanation, declaration.has_criminal_record = "A fine in 2009.", True
        declaration.save()
        Adjustment.objects.create(application=complete_draft, needs="more_time", details="Large type.")
        file = brought(complete_draft, State.QUALIFIED)
        keep_version(file)
        return file

    return make


def test_with_the_criminal_record_go_certificates_and_what_was_said(told, candidate):
    file = told("no_criminal_record")
    paper = file.attachments.get().document

    privacy.take_back(given(file, ConsentKind.CRIMINAL_RECORD), by=candidate)

    paper.refresh_from_db()
    declaration, version = Declaration.objects.get(application=file), file.versions.last()
    assert paper.is_erased and not Attachment.objects.exists()
    assert (declaration.has_criminal_record, declaration.explanation) == (None, "")
    assert version.answers["Declaration"][0]["explanation"] == "" and version.answers["papers"] == []
    assert Application.objects.get().state == State.WITHDRAWN
    assert Entry.objects.get(verb="screening.application.forget_criminal_record").data == {"papers": 1}


def test_with_health_go_certificates_and_adjustments_and_the_file_goes_on(told, candidate, client):
    file = told("health_certificate")
    consent = given(file, ConsentKind.HEALTH)
    client.force_login(candidate)
    assert "adjustments you asked for are deleted" in client.get(reverse("privacy:withdraw", args=[consent.pk])).content.decode()

    client.post(reverse("privacy:withdraw", args=[consent.pk]))

    assert not Adjustment.objects.exists() and Declaration.objects.get().explanation == "A fine in 2009."
    assert "Large type" not in str(file.versions.last().answers) and not Attachment.objects.exists()
    assert Application.objects.get().state == State.QUALIFIED
    assert Entry.objects.filter(verb="screening.application.forget_health").count() == 1
    assert "Gesundheit" in Letter.objects.get(kind=Kind.CONSENT_WITHDRAWN).body


@pytest.mark.parametrize("state", [State.DRAFT, State.QUALIFIED])
def test_without_the_notice_nobody_is_asked_and_what_was_said_goes(complete_draft, candidate, brought, state):
    waiting, spoke = (
        Referee.objects.create(application=complete_draft, name=name, email=f"{name}@example.com", language="de") for name in "ab"
    )
    for referee in (waiting, spoke):
        applications.ask(referee, by=candidate)
    applications.answer(Referee.objects.get(pk=spoke.pk), answers={"recommendation": "yes", "strengths": "Calm."}, by=candidate)
    file = complete_draft if state == State.DRAFT else brought(complete_draft, state)

    privacy.take_back(given(file, ConsentKind.PRIVACY_NOTICE), by=candidate)

    assert not Reference.objects.exists()
    assert Referee.objects.get(pk=waiting.pk).withdrawn_at and Referee.objects.get(pk=spoke.pk).answered_at
    assert Application.objects.get().state == (State.DRAFT if state == State.DRAFT else State.WITHDRAWN)
    assert Entry.objects.get(verb="screening.application.forget_references").data == {"references": 1, "requests": 1}


@pytest.fixture
def a_floor_that_keeps_a_questionnaire(monkeypatch):
    """As the floor of the interviews will say it: what goes, and that it is done."""
    done: list = []
    monkeypatch.setattr(registry, "_followers", list(registry._followers))
    registry.follow(
        lambda consent: "Two answers are deleted.", lambda consent, *, told, by: done.append(told), kinds=[ConsentKind.PSYCHOLOGICAL_TEST]
    )
    return done


def test_a_floor_says_and_does_what_follows_for_what_it_keeps(a_file, candidate, client, a_floor_that_keeps_a_questionnaire):
    file = a_file(State.TESTED)
    consent, other = given(file, ConsentKind.PSYCHOLOGICAL_TEST), given(file, ConsentKind.RECORDING)
    client.force_login(candidate)
    assert "Two answers are deleted." in client.get(reverse("privacy:withdraw", args=[consent.pk])).content.decode()
    assert "Two answers are deleted." not in client.get(reverse("privacy:withdraw", args=[other.pk])).content.decode()

    privacy.take_back(other, by=candidate)
    assert a_floor_that_keeps_a_questionnaire == []
    privacy.take_back(consent, by=candidate)

    assert a_floor_that_keeps_a_questionnaire == [["Two answers are deleted."]]
    assert "Two answers are deleted." in Letter.objects.filter(kind=Kind.CONSENT_WITHDRAWN).first().body


@pytest.mark.parametrize("kind", ConsentKind)
@pytest.mark.parametrize("language", ["zh-hans", "en", "de", "ja", "ko"])
def test_every_kind_is_explained_and_answered_in_every_language(a_file, candidate, client, kind, language):
    file = a_file(State.TESTED)
    candidate.language = language
    candidate.save()
    consent = privacy.give(candidate, kind, language=language, about=file, by=candidate)
    client.force_login(candidate)
    address = f"/{language}/my-data/consents/{consent.pk}/withdraw/"
    assert client.get(address).status_code == 200
    assert client.post(address).status_code == 302
    letter = Letter.objects.filter(kind=Kind.CONSENT_WITHDRAWN).get()
    assert letter.language == language and len(letter.body) > 80
