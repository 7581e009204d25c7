"""A mandate opens the desk to one person for a time; it is granted by another, with a reason."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from recruitment.accounts.roles import Role
from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.oversight import actions
from screening.oversight.models import Body, Mandate
from screening.oversight.permissions import may_look
from screening.oversight.states import BodyKind, MandateState
from tests import factories
from tests.assessments import five

pytestmark = pytest.mark.django_db


def test_it_opens_the_desk_for_its_time(oversight, body, mandated, security_administrator):
    assert not may_look(oversight)
    mandate = mandated(oversight, body, lifts_stops=True)
    assert may_look(oversight) and mandate.standing == MandateState.IN_FORCE
    entry = Entry.objects.get(verb="oversight.mandate.grant")
    assert entry.actor_id == security_administrator.pk and entry.data["reason"] == "Sent for the round." and entry.data["lifts_stops"]
    letter = Letter.objects.get(kind=Kind.MANDATE_GRANTED)
    assert letter.recipient == oversight and "Institute (en)" in letter.body and "second person" in letter.body


def test_time_or_the_administrator_ends_it(observer, security_administrator):
    mandate = Mandate.objects.get()
    Mandate.objects.update(until=timezone.now() - datetime.timedelta(seconds=1), since=timezone.now() - datetime.timedelta(days=1))
    assert not may_look(observer) and Mandate.objects.get().standing == MandateState.OVER
    Mandate.objects.update(until=timezone.now() + datetime.timedelta(days=1))
    actions.end(mandate, reason="Called back by the institute.", by=security_administrator)
    assert not may_look(observer) and Mandate.objects.get().ended_by == security_administrator
    with pytest.raises(Refused, match="over already"):
        actions.end(mandate, reason="Called back by the institute.", by=security_administrator)
    assert Entry.objects.filter(verb="oversight.mandate.end").count() == 1


@pytest.mark.parametrize("who", ["oversight", "hr_officer", "outsider", "superuser"])
def test_nobody_else_grants_or_ends_one(who, body, oversight, mandated, request):
    somebody = request.getfixturevalue(who)
    until = timezone.now() + datetime.timedelta(days=9)
    with pytest.raises(PermissionDenied):
        actions.grant(body, person=oversight, until=until, reason="Sent for the round.", by=somebody)
    mandate = mandated(oversight, body)
    with pytest.raises(PermissionDenied):
        actions.end(mandate, reason="Not wanted any more.", by=somebody)


def test_it_needs_a_watching_body_the_role_a_future_and_no_other(oversight, candidate, body, mandated, security_administrator):
    setters = Body.objects.create(kind=BodyKind.SETTER, country="DE", contact="x@y.example", **five(name="Setters"))
    past = timezone.now() - datetime.timedelta(days=1)
    for person, of, told, said in (
        (oversight, setters, {}, "observes or audits"),
        (candidate, body, {}, "role of oversight observer"),
        (oversight, body, {"until": past}, "ends after it begins"),
    ):
        with pytest.raises(Refused, match=said):
            mandated(person, of, **told)
    mandated(oversight, body)
    with pytest.raises(Refused, match="already"):
        mandated(oversight, body)


def test_the_database_keeps_time_and_four_eyes(observer, body, security_administrator):
    now = timezone.now()
    for fields in ({"until": now - datetime.timedelta(days=9)}, {"granted_by": observer}):
        with pytest.raises(IntegrityError), transaction.atomic():
            given = {"until": now + datetime.timedelta(days=1), "granted_by": security_administrator, **fields}
            Mandate.objects.create(body=body, person=observer, reason="x", **given)


def test_the_administrator_grants_and_ends_in_the_admin(client, oversight, body, security_administrator):
    client.force_login(security_administrator)
    address = reverse("admin:oversight_mandate_add")
    told = {"body": body.pk, "person": oversight.pk, "until_on": "2020-01-01", "reason": "Sent for the round."}
    assert "This day is over." in client.post(address, told).content.decode()
    outsider = factories.person("somebody", Role.HR_OFFICER, department="FTZ")
    assert client.post(address, told | {"until_on": "2099-01-01", "person": outsider.pk}).status_code == 200
    assert client.post(address, told | {"until_on": "2099-01-01"}).status_code == 302
    mandate = Mandate.objects.get()
    assert mandate.granted_by == security_administrator and not mandate.lifts_stops
    page = reverse("admin:oversight_mandate_change", args=[mandate.pk])
    assert "End the mandate" in client.get(page).content.decode()
    client.post(f"{page.removesuffix('change/')}do/end/", {"reason": "The round is over."})
    assert Mandate.objects.get().ended_at
    assert client.get(f"{page.removesuffix('change/')}do/end/").status_code == 409


def test_a_body_has_its_name_in_every_language(client, security_administrator, hr_officer):
    client.force_login(security_administrator)
    told = {"kind": "observer", "country": "ch", "contact": "office@institute.example", "is_active": "on", **five(name="Institute")}
    address = reverse("admin:oversight_body_add")
    assert "Two capital letters" in client.post(address, told).content.decode()
    assert client.post(address, told | {"country": "CH", "name_ko": ""}).status_code == 200
    assert client.post(address, told | {"country": "CH"}).status_code == 302
    assert Entry.objects.filter(verb="oversight.body.add").exists()
    client.force_login(hr_officer)
    assert client.get(address).status_code == 403
