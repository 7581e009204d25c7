"""Qualify: every check met, with a person behind each; the letter after the commit; nobody else, nowhere else."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from screening.applications.actions import reject
from screening.applications.models import Application
from screening.qualification import actions
from screening.qualification.actions import Found
from screening.qualification.models import Check

pytestmark = pytest.mark.django_db


def _again(application):
    return Application.objects.get(pk=application.pk)


def _decided(application, officer, result="met", note=""):
    for check in actions.prepare(application, by=officer):
        actions.decide(check, Found(result, note, method="original"), by=officer)
    return application


def test_it_lets_the_file_pass_and_writes_in_the_candidates_language(
    submitted, qualification_officer, second_qualification_officer, candidate
):
    actions.qualify(_decided(submitted, qualification_officer), by=second_qualification_officer)
    file = _again(submitted)
    assert (file.state, file.qualification_gate, file.qualification_on) == ("qualified", "passed", timezone.localdate())
    letter = Letter.objects.get(kind="qualified")
    assert (letter.recipient, letter.language, letter.state) == (candidate, "de", "queued")
    assert file.reference in letter.subject


def test_checks_come_from_the_requirements_the_documents_and_the_declarations_and_only_once(submitted, qualification_officer):
    first = actions.prepare(submitted, by=qualification_officer)
    stated = [f"degree-{submitted.education.get().pk}", f"employment-{submitted.employment.get().pk}"]
    language = f"language-{submitted.languages.get(test='HSK').pk}"
    papers = ["record-DE", "passport", "disqualifications", "relatives"]
    assert [check.key for check in first] == ["identity", "nationality", "age", *stated, language, *papers]
    assert [check.pk for check in actions.prepare(submitted, by=qualification_officer)] == [check.pk for check in first]


@pytest.mark.parametrize("who", ["candidate", "rival", "outsider", "hr_officer", "foreign_hr_officer", "superuser", "publicity_officer"])
def test_nobody_else_may(who, submitted, qualification_officer, request):
    _decided(submitted, qualification_officer)
    with pytest.raises(PermissionDenied):
        actions.qualify(submitted, by=request.getfixturevalue(who))
    assert _again(submitted).state == "submitted"


def test_an_officer_cannot_qualify_their_own_file(complete_draft, qualification_officer):
    Application.objects.filter(pk=complete_draft.pk).update(candidate=qualification_officer)
    with pytest.raises(PermissionDenied):
        actions.prepare(_again(complete_draft), by=qualification_officer)


def test_a_file_that_is_elsewhere_stays_there(tested, qualification_officer):
    with pytest.raises(Refused):
        _decided(tested, qualification_officer)


def test_one_check_that_is_not_met_is_enough_to_stop(submitted, qualification_officer):
    _decided(submitted, qualification_officer)
    last = Check.objects.of(submitted).last()
    actions.decide(last, Found("unclear", "Which year?"), by=qualification_officer)
    with pytest.raises(Refused, match="Every check"):
        actions.qualify(submitted, by=qualification_officer)


def test_every_step_leaves_a_footprint(submitted, qualification_officer, second_qualification_officer):
    actions.qualify(_decided(submitted, qualification_officer), by=second_qualification_officer)
    verbs = list(Entry.objects.about(submitted).values_list("verb", flat=True))
    assert verbs == [
        "screening.application.prepare_checks",
        *["screening.application.check"] * 10,
        "screening.application.record_gate",
        "screening.application.qualify",
    ]


def test_a_doubt_needs_a_note(submitted, qualification_officer):
    check = actions.prepare(submitted, by=qualification_officer)[0]
    with pytest.raises(Refused, match="Say why"):
        actions.decide(check, Found("not_met"), by=qualification_officer)


def test_corrections_are_asked_once_and_completely(submitted, qualification_officer, candidate):
    _decided(submitted, qualification_officer, "unclear", "Bitte nachreichen.")
    due_on = timezone.localdate() + datetime.timedelta(days=14)
    request = actions.request_corrections(submitted, message="Please.", due_on=due_on, by=qualification_officer)
    assert len(request.items) == 10
    assert (_again(submitted).state, _again(submitted).correction_due_on) == ("returned", due_on)
    letter = Letter.objects.get(kind="returned")
    assert letter.body.count("Bitte nachreichen.") == 10


def test_a_second_request_needs_a_reason(submitted, qualification_officer):
    _decided(submitted, qualification_officer, "unclear", "Which year?")
    submitted.correction_requests.create(items=["x"], due_on=timezone.localdate(), sent_by=qualification_officer)
    due_on = timezone.localdate() + datetime.timedelta(days=14)
    with pytest.raises(Refused, match="requested before"):
        actions.request_corrections(submitted, message="", due_on=due_on, by=qualification_officer)


def test_a_refusal_is_proposed_by_one_and_decided_by_another(submitted, qualification_officer, second_qualification_officer):
    _decided(submitted, qualification_officer, "not_met", "Aged 51.")
    actions.refuse(submitted, sentence="The age limit of the position is not met.", by=qualification_officer)
    with pytest.raises(PermissionDenied):
        reject(_again(submitted), by=qualification_officer)
    with pytest.raises(Refused, match="You proposed"):
        actions.reject(_again(submitted), by=qualification_officer)
    actions.reject(_again(submitted), by=second_qualification_officer)
    assert _again(submitted).state == "rejected"
    assert "The age limit" in Letter.objects.get(kind="rejected").body


def test_what_was_decided_on_an_earlier_version_is_looked_at_again(submitted, qualification_officer, second_qualification_officer):
    _decided(submitted, qualification_officer)
    Application._base_manager.filter(pk=submitted.pk).update(submitted_at=timezone.now())
    assert actions.prepare(Application.objects.get(), by=qualification_officer)
    with pytest.raises(Refused, match="new version"):
        actions.qualify(Application.objects.get(), by=second_qualification_officer)
