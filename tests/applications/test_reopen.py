"""Changing what was handed in: until the deadline, whole and checked again; nobody loses an application by beginning to."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.documents import actions as documents
from recruitment.documents.models import Issued
from recruitment.ledger.models import Leaf
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from recruitment.privacy import actions as privacy
from recruitment.privacy.models import Consent
from screening.applications import actions, tasks
from screening.applications.models import Application, Education, Version
from screening.applications.states import Section, State

pytestmark = pytest.mark.django_db


@pytest.fixture
def handed_in(complete_draft, candidate):
    return actions.submit(complete_draft, by=candidate)


@pytest.fixture
def reopened(handed_in, candidate):
    return actions.reopen(handed_in, by=candidate)


def end(position) -> None:
    type(position).objects.filter(pk=position.pk).update(closes_at=timezone.now() - datetime.timedelta(seconds=1))


def declared(application) -> None:
    application.progress.update(done=True)


def stored(application) -> Application:
    return Application.objects.get(pk=application.pk)


def test_handing_in_puts_the_answers_on_record_unreadable_to_the_database(handed_in):
    version = Version.objects.get()

    assert (version.number, version.handed_in_at) == (1, handed_in.submitted_at)
    assert version.answers["Identity"][0]["passport_number"] == "C01X00T47"
    assert version.answers["Education"][0]["country"] == "DE"


def test_a_changed_application_keeps_its_number_and_its_receipt_names_the_version(reopened, candidate):
    actions.change_entry(Education.objects.get(), Section.EDUCATION, values={"title": "Doctor"}, seen=None, by=candidate)
    declared(reopened)

    renewed = actions.renew(reopened, by=candidate)

    assert (renewed.state, renewed.reference) == (State.SUBMITTED, reopened.reference)
    assert [version.number for version in Version.objects.all()] == [1, 2]
    assert Version.objects.get(number=1).answers["Education"][0]["title"] == "Master of Arts"
    assert Issued.objects.about(renewed).first().context["reference"] == f"{renewed.reference}/2"
    assert Leaf.objects.about("submission", f"{renewed.reference}/2").exists()
    letter = Letter.objects.get(kind=Kind.RENEWED)
    assert letter.language == "de" and letter.attachment and "2" in letter.subject


def test_it_is_checked_and_declared_again(reopened, candidate):
    assert reopened.missing_sections() == [Section.DECLARATIONS]
    with pytest.raises(TransitionNotAllowed):
        actions.renew(reopened, by=candidate)


def test_a_consent_taken_back_meanwhile_stops_it(reopened, candidate):
    declared(reopened)
    privacy.withdraw(Consent.objects.of(candidate).standing().first(), by=candidate)
    with pytest.raises(Refused):
        actions.renew(reopened, by=candidate)
    assert Version.objects.count() == 1


def test_handed_in_twice_there_is_one_new_version(reopened, candidate):
    declared(reopened)
    actions.renew(reopened, by=candidate)
    with pytest.raises(TransitionNotAllowed):
        actions.renew(reopened, by=candidate)
    assert Version.objects.count() == 2


def test_at_the_deadline_the_version_handed_in_counts(reopened, candidate):
    actions.change_entry(Education.objects.get(), Section.EDUCATION, values={"title": "Half a wo"}, seen=None, by=candidate)
    actions.add_entry(reopened, Section.EDUCATION, values={"title": "Another"}, by=candidate)
    first = Version.objects.get()
    assert tasks.restore_due() == 0

    end(reopened.position)

    assert (tasks.restore_due(), tasks.restore_due()) == (1, 0)
    application = stored(reopened)
    assert (application.state, application.submitted_at) == (State.SUBMITTED, first.handed_in_at)
    assert [row.title for row in application.education.all()] == ["Master of Arts"]
    assert not application.missing_sections()
    assert Letter.objects.filter(kind=Kind.RESTORED).count() == 1


def test_what_was_deleted_comes_back_with_everything_sealed(reopened, candidate):
    actions.remove_entry(reopened.employment.get(), Section.WORK, by=candidate)
    actions.save_identity(reopened, values={"passport_number": "X", "other_nationalities": ["FR"]}, done=False, seen=None, by=candidate)

    application = actions.restore(reopened, by=candidate)

    application = stored(application)
    assert application.employment.get().employer == "Muster GmbH"
    assert application.identity.passport_number == "C01X00T47"
    assert application.identity.birth_date == datetime.date(1990, 2, 28)
    assert list(application.identity.other_nationalities) == []


def test_papers_come_back_as_they_were(handed_in, candidate, a_pdf):
    actions.reopen(handed_in, by=candidate)
    added = actions.attach(handed_in, "passport", a_pdf(), by=candidate)
    actions.restore(handed_in, by=candidate)
    added.refresh_from_db()
    assert added.removed_at and not added.document.is_erased


def test_after_the_deadline_nothing_is_opened_and_nothing_new_is_taken(handed_in, candidate):
    end(handed_in.position)
    with pytest.raises(TransitionNotAllowed):
        actions.reopen(stored(handed_in), by=candidate)


def test_handing_in_too_late_falls_back_by_itself(reopened, candidate, client):
    declared(reopened)
    end(reopened.position)
    client.force_login(candidate)

    page = client.post(reverse("applications:check", args=[reopened.uuid]), {"is_true": "on"}, follow=True).content.decode()

    assert stored(reopened).state == State.SUBMITTED and Version.objects.count() == 1
    assert "counts" in page


def test_it_does_not_lapse_with_the_drafts(reopened):
    end(reopened.position)
    tasks.lapse_due()
    assert stored(reopened).state == State.REOPENED


def test_it_is_off_the_desk_while_it_is_being_changed(reopened, hr_officer, qualification_officer):
    for officer in (hr_officer, qualification_officer):
        assert not Application.objects.visible_to(officer).filter(pk=reopened.pk).exists()


@pytest.mark.parametrize("who", ["rival", "hr_officer", "qualification_officer", "robot"])
def test_only_the_candidate_opens_it(who, handed_in, request):
    with pytest.raises(PermissionDenied):
        actions.reopen(handed_in, by=request.getfixturevalue(who))


@pytest.mark.parametrize("who", ["rival", "hr_officer"])
def test_nobody_else_hands_in_or_goes_back(who, reopened, request):
    for verb in (actions.renew, actions.restore):
        with pytest.raises((PermissionDenied, TransitionNotAllowed)):
            verb(reopened, by=request.getfixturevalue(who))


def test_once_the_check_is_passed_it_is_too_late(qualified, candidate):
    with pytest.raises(TransitionNotAllowed):
        actions.reopen(qualified, by=candidate)


def test_every_step_leaves_its_footprint(reopened, candidate):
    actions.restore(reopened, by=candidate)
    verbs = list(Entry.objects.about(reopened).values_list("verb", flat=True))
    assert verbs[-2:] == ["screening.application.reopen", "screening.application.restore"]


def test_the_pages_ask_once_and_lead_back(handed_in, candidate, client):
    client.force_login(candidate)
    file = reverse("applications:file", args=[handed_in.uuid])
    assert "Change the application" in client.get(file).content.decode()
    reopen = reverse("applications:reopen", args=[handed_in.uuid])
    assert "you lose nothing" in client.get(reopen).content.decode()
    assert client.post(reopen).url == file
    assert "You opened this application for changes" in client.get(file).content.decode()
    restore = reverse("applications:restore", args=[handed_in.uuid])
    assert client.get(restore).status_code == 200
    client.post(restore)
    client.post(restore)
    assert stored(handed_in).state == State.SUBMITTED


def test_the_receipt_page_names_the_version(reopened, candidate, client):
    declared(reopened)
    actions.renew(reopened, by=candidate)
    client.force_login(candidate)
    assert "Version 2" in client.get(reverse("applications:receipt", args=[reopened.uuid])).content.decode()


def test_everything_handed_in_is_printed_once_and_downloaded(handed_in, candidate, client):
    client.force_login(candidate)
    address = reverse("applications:answers_paper", args=[handed_in.uuid])
    assert client.get(address).status_code == 302
    client.post(address)
    client.post(address)
    paper = Issued.objects.get(template=actions.ANSWERS)
    assert "Universität Musterstadt" in str(paper.context["sections"])
    documents.press(paper.uuid)
    assert client.get(address)["Content-Type"] == "application/pdf"
    assert "(PDF)" in client.get(reverse("applications:file", args=[handed_in.uuid])).content.decode()
