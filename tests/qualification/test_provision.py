"""A proof that may follow: only of what the law lets follow, with a day that is watched; until it is there nobody is nominated."""

import datetime

import pytest
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.models import Letter
from screening.applications.actions import nominate
from screening.applications.models import Application
from screening.qualification import actions
from screening.qualification.actions import Found
from screening.qualification.models import Check, CorrectionRequest
from screening.qualification.tasks import watch_proofs
from tests import factories

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def _later(days: int = 30) -> Found:
    return Found("provisional", method="commitment", route="cscse", certificate_number="C-1", due_on=timezone.localdate() + days * DAY)


def _decided(file, officer, *, degree: Found) -> Check:
    for check in actions.prepare(file, by=officer):
        actions.decide(check, degree if check.kind == "degree" else Found("met", method="issuer"), by=officer)
    return Check.objects.get(application=file, kind="degree")


@pytest.fixture
def promised(submitted, qualification_officer, second_qualification_officer) -> Check:
    """A file that passed while the recognition of its degree was still to come."""
    check = _decided(submitted, qualification_officer, degree=_later())
    actions.qualify(submitted, by=second_qualification_officer)
    return Check.objects.get(pk=check.pk)


def test_the_file_goes_on_and_the_candidate_is_told_until_when(promised, candidate):
    assert promised.application.state == "qualified" and promised.certificate_number == "C-1"
    letter = Letter.objects.get(kind="provision_granted")
    assert (letter.recipient, letter.language) == (candidate, "de") and "Master of Arts" in letter.body


@pytest.mark.parametrize("kind", ["identity", "requirement", "declaration"])
def test_the_person_the_requirements_and_the_declarations_cannot_follow(kind, submitted, qualification_officer):
    check = next(row for row in actions.prepare(submitted, by=qualification_officer) if row.kind == kind)
    with pytest.raises(Refused, match="cannot be given in later"):
        actions.decide(check, _later(), by=qualification_officer)


@pytest.mark.parametrize("days", [0, 400])
def test_the_day_lies_ahead_and_not_too_far(days, submitted, qualification_officer):
    with pytest.raises(Refused, match="between tomorrow"):
        _decided(submitted, qualification_officer, degree=_later(days))


def test_a_statement_alone_proves_no_degree(submitted, qualification_officer):
    with pytest.raises(Refused, match="how you made sure"):
        _decided(submitted, qualification_officer, degree=Found("met", method="statement"))


def test_nobody_is_nominated_before_the_proof_is_there(promised, qualification_officer, hr_officer):
    assert promised.result == "provisional"
    factories.brought_to(promised.application, "assessed")
    with pytest.raises(TransitionNotAllowed):
        nominate(Application.objects.get(), by=hr_officer)
    actions.decide(Check.objects.get(pk=promised.pk), Found("met", method="site"), by=qualification_officer)
    assert nominate(Application.objects.get(), by=hr_officer).state == "nominated"


def test_the_candidate_is_reminded_once_and_the_officers_are_told_once(
    promised, candidate, hr_officer, qualification_officer, time_machine
):
    time_machine.move_to(timezone.now() + 20 * DAY)
    assert (watch_proofs(), watch_proofs()) == (1, 0)
    assert Letter.objects.get(kind="provision_reminded").recipient == candidate
    time_machine.move_to(timezone.now() + 12 * DAY)
    assert watch_proofs() > 0 and watch_proofs() == 0
    assert Letter.objects.get(kind="provision_lapsed").recipient == candidate
    told = {letter.recipient for letter in Letter.objects.filter(kind="provisions_lapsed")}
    assert {hr_officer, qualification_officer} <= told
    assert Entry.objects.filter(verb="screening.application.miss_proof").count() == 1


def test_who_checked_does_not_decide(submitted, qualification_officer):
    _decided(submitted, qualification_officer, degree=_later())
    with pytest.raises(Refused, match="second officer decides"):
        actions.qualify(submitted, by=qualification_officer)


def test_the_later_of_two_is_told_what_the_earlier_decided(submitted, qualification_officer, second_qualification_officer):
    check = actions.prepare(submitted, by=qualification_officer)[0]
    actions.decide(check, Found("met"), seen="", by=qualification_officer)
    with pytest.raises(Refused, match="Qualification Officer decided this check meanwhile"):
        actions.decide(check, Found("unclear", "Which year?"), seen="", by=second_qualification_officer)
    assert Check.objects.get(pk=check.pk).result == "met"


def test_a_new_version_brings_new_checks_and_sets_old_ones_aside(submitted, qualification_officer):
    old = _decided(submitted, qualification_officer, degree=Found("met", method="original"))
    submitted.education.all().delete()
    new = submitted.education.create(title="Doctor", country="FR", isced_level=8)
    Application._base_manager.filter(pk=submitted.pk).update(moved_at=timezone.now())
    with pytest.raises(Refused, match="Bring the checks up to date"):
        actions.refuse(_unmet(qualification_officer), sentence="Nothing of the kind is proved.", by=qualification_officer)
    keys = {check.key: check for check in actions.prepare(Application.objects.get(), by=qualification_officer)}
    assert keys[f"degree-{new.pk}"].result == "open"
    assert (keys[old.key].result, keys[old.key].retired_at is not None) == ("met", True)


def _unmet(officer) -> Application:
    actions.decide(Check.objects.get(key="age"), Found("not_met", "Aged 51."), by=officer)
    return Application.objects.get()


def test_only_what_was_there_the_first_time_needs_a_reason(submitted, qualification_officer):
    due_on = timezone.localdate() + 9 * DAY
    _decided(submitted, qualification_officer, degree=Found("unclear", "Which year?"))
    CorrectionRequest.objects.create(application=submitted, items=["x"], due_on=due_on, sent_by=qualification_officer)
    with pytest.raises(Refused, match=r"Corrections were requested before.*Master of Arts"):
        actions.request_corrections(submitted, message="", due_on=due_on, by=qualification_officer)
    Check.objects.filter(kind="degree").update(stated_at=timezone.now())
    Check.objects.filter(kind="degree").update(decided_at=timezone.now())
    actions.request_corrections(submitted, message="", due_on=due_on, by=qualification_officer)
    share = CorrectionRequest.objects.share_with_second_request()
    assert [(row.position, row.files, row.again, row.percent) for row in share] == [(submitted.position_id, 1, 1, 100)]
