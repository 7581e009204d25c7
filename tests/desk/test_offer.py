"""HR makes offers on a page of its own; others have no such page."""

import datetime

import pytest
from django.utils import timezone

from onboarding.appointments.models import Appointment
from screening.applications.models import Application

CHOOSE = "/admin/appointments/appointment/add/"


def offer(file) -> str:
    return f"/admin/appointments/appointment/offer/{file.pk}/"


@pytest.fixture
def terms() -> dict:
    today = timezone.localdate()
    answer_by, begin = today + datetime.timedelta(days=14), today + datetime.timedelta(days=90)
    return {"annual_salary": "360000", "planned_start_on": begin.isoformat(), "answer_by": answer_by.isoformat()}


def test_whoever_is_confirmed_is_offered_the_post(as_hr, confirmed, terms):
    assert confirmed.reference in as_hr.get(CHOOSE).content.decode()
    assert as_hr.get(offer(confirmed)).status_code == 200
    answer = as_hr.post(offer(confirmed), terms)
    assert answer.url == f"/admin/appointments/appointment/{Appointment.objects.get().pk}/change/"
    assert Application.objects.get(pk=confirmed.pk).state == "offered"
    assert confirmed.reference not in as_hr.get(CHOOSE).content.decode()


def test_what_was_typed_stays_when_a_term_is_impossible(as_hr, confirmed, terms):
    told = as_hr.post(offer(confirmed), {**terms, "answer_by": "2001-01-01"}).content.decode()
    assert "Give the person at least until tomorrow." in told and "360000" in told
    assert not Appointment.objects.exists()


def test_an_offer_is_made_once(as_hr, confirmed, terms):
    as_hr.post(offer(confirmed), terms)
    assert as_hr.post(offer(confirmed), terms).status_code == 404
    assert Appointment.objects.count() == 1


def test_nobody_is_offered_anything_before_the_notice_closed(as_hr, announced, terms):
    assert as_hr.post(offer(announced), terms).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("foreign_hr_officer", 404), ("qualification_officer", 403), ("publicity_officer", 403)])
def test_others_make_no_offers(who, status, request, client, confirmed, terms):
    client.force_login(request.getfixturevalue(who))
    assert client.post(offer(confirmed), terms).status_code == status
