"""Closing one's own account: what happens is said, the password is asked again, nothing that must stay is lost."""

import datetime

import pytest
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from positions.actions import subscribe
from positions.models import Alert
from recruitment.accounts import actions as accounts
from recruitment.accounts.models import User
from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.ledger.models import Leaf
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from recruitment.privacy.models import Consent
from screening.applications.models import Application, Identity
from screening.applications.states import State
from screening.rights import actions, tasks
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db

CLOSE = "/en/account/close/"


@pytest.fixture
def signed_in(client, candidate):
    client.force_login(candidate)
    return client


def test_the_page_says_what_happens_to_each_application(signed_in, a_file, draft):
    running, over = a_file(State.QUALIFIED), a_file(State.REJECTED)
    page = signed_in.get(CLOSE).content.decode()
    for said in (
        "your draft is deleted",
        f"{running.reference} ·",
        "is withdrawn and cannot",
        f"{over.reference} ·",
        "objections and claims",
    ):
        assert said in page, said
    assert CLOSE in signed_in.get("/en/account/settings/").content.decode()


def test_it_asks_for_the_password_and_then_closes(signed_in, candidate, a_file, draft):
    running, over, elsewhere = a_file(State.QUALIFIED), a_file(State.REJECTED), Client()
    elsewhere.force_login(candidate)
    subscribe(candidate.email, search={"kind": "advisory"}, frequency="daily", language="de", by=candidate)
    registers = [Entry.objects.count(), Leaf.objects.count(), Consent.objects.count()]

    asked = signed_in.post(CLOSE, {"is_meant": "on"})
    assert asked.status_code == 302 and "reauthenticate" in asked["Location"]
    assert User.objects.get(pk=candidate.pk).is_active
    wrong = signed_in.post(asked["Location"], {"password": "not it"})
    assert wrong.status_code == 200 and User.objects.get(pk=candidate.pk).is_active
    done = signed_in.post(asked["Location"], {"password": PASSWORD, "next": CLOSE})

    assert "Your account is closed" in done.content.decode()
    closed = User.objects.get(pk=candidate.pk)
    assert not closed.is_active and closed.closed_at and closed.email == candidate.email
    assert not Application.objects.filter(pk=draft.pk).exists() and not Alert.objects.exists()
    assert [Application.objects.get(pk=file.pk).state for file in (running, over)] == [State.WITHDRAWN, State.REJECTED]
    assert elsewhere.get("/en/desk/").status_code == signed_in.get("/en/desk/").status_code == 302
    assert not [row for row in Session.objects.all() if row.get_decoded().get("_auth_user_id") == str(candidate.pk)]
    letter = Letter.objects.get(kind=Kind.ACCOUNT)
    assert (letter.to, letter.language) == (candidate.email, "de") and "Konto" in letter.subject
    assert Entry.objects.filter(verb="accounts.user.close").count() == 1
    now = [Entry.objects.count(), Leaf.objects.count(), Consent.objects.count()]
    assert now[0] > registers[0] and now[1:] == registers[1:]


@pytest.mark.parametrize("told", [{}, {"is_meant": "\x00" * 50 + "no"}, {"is_meant": ["", "off"]}])
def test_what_is_not_meant_closes_nothing(signed_in, candidate, told):
    asked = signed_in.post(CLOSE, told)
    signed_in.post(asked["Location"], {"password": PASSWORD, "next": CLOSE})
    assert User.objects.get(pk=candidate.pk).is_active or told.get("is_meant")


@pytest.mark.parametrize(
    ("who", "whom"),
    [
        ("hr_officer", "system administrator"),
        ("assessor", "system administrator"),
        ("superuser", "system administrator"),
        ("mentor", "system administrator"),
    ],
)
def test_who_holds_a_role_is_told_whom_to_ask(client, who, whom, request):
    person = request.getfixturevalue(who)
    client.force_login(person)
    page = client.get(CLOSE).content.decode()
    assert whom in page and "is_meant" not in page
    with pytest.raises(Refused):
        actions.close(by=person)
    with pytest.raises(Refused):
        accounts.close(person, by=person)


def test_who_was_appointed_is_told_whom_to_ask(signed_in, candidate, a_file):
    a_file(State.APPOINTED)
    assert "recruiting authority" in signed_in.get(CLOSE).content.decode()
    with pytest.raises(Refused, match="appointed"):
        actions.close(by=candidate)


def test_nobody_closes_for_somebody_else(candidate, rival, system_administrator):
    for by in (rival, system_administrator):
        with pytest.raises(Refused):
            accounts.close(candidate, by=by)
        with pytest.raises(Refused):
            accounts.release(candidate, by=by)
    with pytest.raises(Refused):
        accounts.release(candidate, by=User.objects.robot())


@pytest.mark.parametrize(("state", "days"), [(State.DRAFT, 31), (State.REJECTED, 373)])
def test_the_address_is_free_again_when_its_time_is_over(candidate, rival, a_file, complete_draft, state, days):
    if state != State.DRAFT:
        a_file(state)
    address = candidate.email
    actions.close(by=User.objects.get(pk=candidate.pk))
    assert tasks.release_due() == 0

    User.objects.filter(pk=candidate.pk).update(closed_at=timezone.now() - datetime.timedelta(days=days))

    assert (tasks.release_due(), tasks.release_due()) == (1, 0)
    assert not Application.objects.filter(candidate=candidate, purged_at=None).exists() and not Identity.objects.exists()
    emptied = User.objects.get(pk=candidate.pk)
    assert emptied.display_name == "" and address not in emptied.email and not emptied.has_usable_password()
    assert not EmailAddress.objects.filter(email=address).exists()
    assert User.objects.create_user(address, PASSWORD).email == address
    assert User.objects.get(pk=rival.pk).email == rival.email


def test_strangers_are_asked_to_sign_in(client):
    for address in (CLOSE, "/en/account/settings/"):
        assert client.get(address).status_code == client.post(address, {"is_meant": "on"}).status_code == 302


def test_settings_are_kept_and_hostile_ones_refused(signed_in, candidate):
    good = {"display_name": "Anna", "language": "ja", "time_zone": "Europe/Berlin"}
    assert signed_in.post("/en/account/settings/", good).status_code == 302
    stored = User.objects.get(pk=candidate.pk)
    assert (stored.display_name, stored.language, stored.time_zone) == ("Anna", "ja", "Europe/Berlin")
    for name, bad in [
        ("display_name", "x\x00"),
        ("display_name", "x" * 9000),
        ("language", "xx"),
        ("time_zone", "../etc/passwd"),
        ("time_zone", ""),
    ]:
        answer = signed_in.post("/en/account/settings/", {**good, name: bad})
        assert answer.status_code == 200 and answer.context["form"].errors[name]
    with pytest.raises(Refused):
        accounts.adjust(candidate, display_name="x", language="en", time_zone="Asia/Tokyo", by=User.objects.robot())
    assert "accounts.user.adjust" in Entry.objects.values_list("verb", flat=True)


def test_alerts_stand_on_the_settings_with_a_way_out(signed_in, candidate):
    alert = subscribe(candidate.email, search={"kind": "advisory"}, frequency="weekly", language="en", by=candidate)
    assert "You receive no alerts." in signed_in.get("/en/account/settings/").content.decode()
    Alert.objects.filter(pk=alert.pk).update(confirmed_at=timezone.now(), told_until=timezone.now(), next_at=timezone.now())
    page = signed_in.get("/en/account/settings/").content.decode()
    assert reverse("positions:alert_cancel", args=["x"]).removesuffix("x/") in page
