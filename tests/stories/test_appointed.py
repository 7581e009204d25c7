"""A candidate is appointed: the whole journey, in the hands of different people, with a real worker."""

import datetime

from django.utils import timezone

from onboarding.appointments import actions as appointments
from onboarding.appointments.models import Appointment
from onboarding.mentoring import actions as mentoring
from publicity.notices import tasks
from publicity.notices.models import Notice
from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.audit.actions import verify
from recruitment.core.refusals import Refused
from recruitment.documents import delivery
from recruitment.documents.models import Issued
from tests.stories.town import Town, wait_for

CLAUSES = {f"clause_{name}": "Agreed." for name in ("term", "duties", "pay", "insurance", "liability")}


def test_a_candidate_is_appointed(office):
    with office.at():
        town = Town("appointed")
        file = town.submitted()
        wait_for(lambda: Issued.objects.get(owner=town.candidate).is_pressed)
        town.was_told("submitted")
        assert delivery.content(Issued.objects.get(owner=town.candidate)).startswith(b"%PDF-")
        for step, state in (
            (town.qualified, "qualified"),
            (town.tested, "tested"),
            (town.assessed, "assessed"),
            (town.nominated, "nominated"),
        ):
            assert step().state == state
            town.was_told({"tested": "examined"}.get(state, state))
        assert town.cleared().state == "cleared"
        notice = town.notice()
        town.was_told("announced")
        wait_for(lambda: Issued.objects.filter(about_reference=notice.reference).pressed().count() == 5)
        tasks.conclude_due()
        assert town.file().state == "announced", "nothing is decided before the period is over"
        town.time_passes(notice)
        tasks.conclude_due()
        assert (town.file().state, Notice.objects.get(pk=notice.pk).state) == ("confirmed", "concluded")
        town.was_told("confirmed")
        _serve(town, file)
        assert verify()[1] is None


def _serve(town: Town, file) -> None:
    today = timezone.localdate()
    told = {
        "annual_salary": 400000,
        "planned_start_on": today + datetime.timedelta(days=60),
        "answer_by": today + datetime.timedelta(days=14),
    }
    appointment = appointments.accept(appointments.offer(town.file(), by=town.hr, **told), by=town.candidate)
    appointment = appointments.conclude(appointment, contract_no="C-1", signed_on=today, by=town.hr, **CLAUSES)
    appointment = appointments.file(appointment, authority="Authority", receipt_no="R-1", filed_on=today, by=town.hr)
    assert town.file().state == "appointed"
    assert User.objects.get(pk=town.candidate.pk).has_role(Role.OFFICER_IN_SERVICE)
    try:
        appointments.start(appointment, duty_started_on=today, by=town.hr)
    except Refused:
        pass
    else:
        raise AssertionError("Nobody starts before both permits.")
    for kind in ("work_permit", "residence_permit"):
        span = {"valid_from": today - datetime.timedelta(days=1), "valid_until": today + datetime.timedelta(days=700)}
        appointments.record_permit(appointment, kind=kind, number="N", by=town.hr, **span)
    appointment = appointments.start(Appointment.objects.get(pk=appointment.pk), duty_started_on=today, by=town.hr)
    town.was_told("service_begun")
    mentoring.pair(appointment, mentor=town.person("mentor", Role.MENTOR), by=town.hr)
    town.was_told("mentor_paired")
