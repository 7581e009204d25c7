"""The dossier: the whole file, the buttons of one's role, and a footprint of whoever opens it."""

import pytest

from recruitment.audit.models import Entry
from recruitment.documents.models import Document
from screening.applications import actions
from screening.applications.models import Application
from screening.applications.states import Gate, State
from screening.qualification import actions as qualification
from screening.qualification.models import Check


def page(file, *more) -> str:
    return "/".join(["/admin/applications/application", str(file.pk), *(more or ["change"])]) + "/"


def again(file) -> Application:
    return Application.objects.get(pk=file.pk)


@pytest.fixture
def checks(submitted, qualification_officer) -> list[Check]:
    return qualification.prepare(submitted, by=qualification_officer)


def answers(check, **values) -> dict:
    return {f"check{check.pk}-{name}": value for name, value in values.items()}


def test_the_dossier_shows_the_whole_file(as_checker, submitted):
    told = as_checker.get(page(submitted)).content.decode()
    for text in (
        submitted.reference,
        "Anna-Lena Müller",
        "C01X00T47",
        "Universität Musterstadt",
        "Muster GmbH",
        "Because.",
        "Security review",
    ):
        assert text in told


def test_every_opening_leaves_one_footprint(as_checker, submitted, qualification_officer):
    for number in (1, 2):
        as_checker.get(page(submitted))
        assert Entry.objects.filter(verb="screening.application.read", actor_id=qualification_officer.pk).count() == number


def test_the_candidate_number_is_not_told(as_hr, qualified):
    assert qualified.candidate_code not in as_hr.get(page(qualified)).content.decode()


def test_scores_wait_for_the_conclusion(as_hr, qualified):
    Application._base_manager.filter(pk=qualified.pk).update(competence_score="78.51")
    assert "78.51" not in as_hr.get(page(qualified)).content.decode()
    Application._base_manager.filter(pk=qualified.pk).update(competence_gate="passed")
    assert "78.51" in as_hr.get(page(qualified)).content.decode()


@pytest.mark.parametrize("verb", ["qualify", "request_corrections", "refuse"])
def test_nothing_is_decided_before_the_checks(verb, as_checker, submitted):
    assert as_checker.get(page(submitted, "do", verb)).status_code == 409


def test_the_check_is_begun_by_one_button(as_checker, submitted):
    assert "Begin the qualification check" in as_checker.get(page(submitted)).content.decode()
    as_checker.post(page(submitted, "do", "prepare"))
    told = as_checker.get(page(submitted)).content.decode()
    assert "The rule finds:" in told and "Save this check and all others" in told and page(submitted, "do", "prepare") not in told


def test_hr_reads_the_checks_and_decides_none(as_hr, submitted, checks):
    assert "Save this check and all others" not in as_hr.get(page(submitted)).content.decode()
    as_hr.post(page(submitted, "checks", str(checks[0].pk)), answers(checks[0], result="met"))
    assert Check.objects.get(pk=checks[0].pk).result == "open"


def test_a_check_is_decided_with_its_note(as_checker, submitted, checks):
    answer = as_checker.post(
        page(submitted, "checks", str(checks[0].pk)), answers(checks[0], result="unclear", note="Which year?", page="2")
    )
    assert answer.url.endswith(f"#check-{checks[0].pk}")
    check = Check.objects.get(pk=checks[0].pk)
    assert (check.result, check.note, check.page) == ("unclear", "Which year?", "2")


def test_what_was_typed_stays_when_the_note_is_missing(as_checker, submitted, checks):
    answer = as_checker.post(page(submitted, "checks", str(checks[0].pk)), answers(checks[0], result="not_met", page="seven"))
    told = answer.content.decode()
    assert answer.status_code == 200 and "Say why the requirement is not met" in told and 'value="seven"' in told


def test_a_check_of_another_file_does_not_exist(as_checker, checks, more_files):
    (other,) = more_files(1)
    assert as_checker.post(page(other, "checks", str(checks[0].pk)), answers(checks[0], result="met")).status_code == 404


def test_a_file_is_qualified_on_its_dossier_by_a_second_officer(as_checker, submitted, checks, second_qualification_officer):
    for check in checks:
        as_checker.post(page(submitted, "checks", str(check.pk)), answers(check, result="met", method="original"))
    told = as_checker.get(page(submitted)).content.decode()
    assert "a second officer decides" in told and page(submitted, "do", "qualify") not in told
    as_checker.force_login(second_qualification_officer)
    assert page(submitted, "do", "qualify") in as_checker.get(page(submitted)).content.decode()
    as_checker.post(page(submitted, "do", "qualify"))
    assert again(submitted).state == State.QUALIFIED


def test_corrections_are_asked_on_a_page_that_repeats_them(as_checker, submitted, checks):
    as_checker.post(page(submitted, "checks", str(checks[0].pk)), answers(checks[0], result="unclear", note="Which year?"))
    assert "Which year?" in as_checker.get(page(submitted, "do", "request_corrections")).content.decode()


def test_a_rejection_is_proposed_by_one_and_decided_by_another(client, qualified, hr_officer, second_hr_officer):
    client.force_login(hr_officer)
    sentence = "The result lies below the pass mark of the round."
    assert client.post(page(qualified, "do", "propose_rejection"), {"reason": "ranked_below", "sentence": sentence}).status_code == 200
    client.post(page(qualified, "do", "propose_rejection"), {"reason": "test_below_minimum", "sentence": sentence})
    told = client.get(page(qualified)).content.decode()
    assert sentence in told and page(qualified, "do", "reject") not in told
    assert client.post(page(qualified, "do", "reject")).status_code == 409
    client.force_login(second_hr_officer)
    assert sentence in client.get(page(qualified, "do", "reject")).content.decode()
    client.post(page(qualified, "do", "reject"))
    assert again(qualified).state == State.REJECTED


@pytest.mark.parametrize(
    "verb", ["examine", "assess", "nominate", "reserve", "clear", "announce", "confirm", "defer", "revoke", "appoint", "offer"]
)
def test_verbs_of_other_desks_are_not_here(verb, as_hr, nominated):
    assert as_hr.post(page(nominated, "do", verb)).status_code == 404


def test_a_file_is_given_only_to_officers_of_its_department(as_hr, submitted, hr_officer, foreign_hr_officer):
    as_hr.post(page(submitted, "do", "assign"), {"officer": foreign_hr_officer.pk})
    assert again(submitted).officer is None
    as_hr.post(page(submitted, "do", "assign"), {"officer": hr_officer.pk})
    assert again(submitted).officer == hr_officer


def test_the_security_review_is_one_word_and_a_day(as_hr, nominated, robot):
    actions.record_gate(nominated, Gate.SECURITY, "not_passed", on=nominated.submitted_at.date(), by=robot)
    assert "not passed" in as_hr.get(page(nominated)).content.decode()


@pytest.mark.parametrize("address", ["abc", "0", "99999999999999999999"])
def test_a_file_that_is_not_there_is_not_found(address, as_hr, hr_officer):
    assert as_hr.get(f"/admin/applications/application/{address}/change/").status_code == 404


def test_a_document_of_the_file_goes_out_and_is_written_down(as_checker, submitted, attached):
    answer = as_checker.get(page(submitted, "papers", str(attached.pk)))
    assert answer.status_code == 200 and b"".join(answer.streaming_content)
    assert Entry.objects.filter(verb="documents.document.read").count() == 1


def test_a_document_that_is_still_checked_is_not_given_out(as_checker, submitted, attached):
    Document.objects.update(state="received", scanned_at=None)
    for look in ([], ["preview"]):
        assert as_checker.get(page(submitted, "papers", str(attached.pk), *look)).url == page(submitted)
    assert not Entry.objects.filter(verb="documents.document.read").exists()


def test_a_page_of_a_document_is_looked_at_and_that_is_a_reading_too(as_checker, submitted, attached):
    address = page(submitted, "papers", str(attached.pk), "preview")
    assert address in as_checker.get(page(submitted)).content.decode()
    answer = as_checker.get(address, {"page": "2"})
    shown = answer.content.decode()
    assert 'src="data:image/png;base64,' in shown and 'alt="Page 2 of 2 of passport.pdf"' in shown and "Certificate" in shown
    assert "no-store" in answer["Cache-Control"]
    assert Entry.objects.filter(verb="documents.document.read").count() == 1


def test_a_document_of_somebody_else_does_not_exist(client, submitted, attached, more_files, qualification_officer, foreign_hr_officer):
    (other,) = more_files(1)
    for look in ([], ["preview"]):
        client.force_login(qualification_officer)
        assert client.get(page(other, "papers", str(attached.pk), *look)).status_code == 404
        client.force_login(foreign_hr_officer)
        assert client.get(page(submitted, "papers", str(attached.pk), *look)).status_code == 404
