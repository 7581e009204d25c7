"""Handing in late: asked for with a reason within some days, decided by an officer with a reason, for one person alone."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django_fsm import TransitionNotAllowed

from positions.models import Position
from recruitment.audit.models import Entry
from recruitment.core.refusals import Refused
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications import actions, tasks
from screening.applications.models import Application, LateRequest
from screening.applications.states import State
from tests import factories

pytestmark = pytest.mark.django_db

WHY = "I was in hospital from Monday to Thursday."


def close(position, **ago) -> Position:
    now = timezone.now()
    Position.objects.filter(pk=position.pk).update(
        closes_at=now - datetime.timedelta(**(ago or {"hours": 2})), opens_at=now - datetime.timedelta(days=90)
    )
    return Position.objects.select_related("department").get(pk=position.pk)


@pytest.fixture
def asked(complete_draft, candidate) -> LateRequest:
    return actions.ask_late(close(complete_draft.position), reason=WHY, language="de", by=candidate)


def tomorrow() -> datetime.datetime:
    return timezone.now() + datetime.timedelta(days=1)


def approved(asked, officer) -> Application:
    actions.approve_late(asked, until=tomorrow(), answer="Proven by the hospital.", by=officer)
    return Application.objects.get(pk=asked.application_id)


def test_the_reason_lies_sealed_and_the_answer_is_promised(asked):
    stored = LateRequest.objects.get()
    assert stored.reason == WHY and stored.due_on > timezone.localdate()
    letter = Letter.objects.get(kind=Kind.LATE_REQUESTED)
    assert letter.language == "de" and Entry.objects.filter(verb="screening.application.ask_late").count() == 1


def test_whoever_had_not_begun_gets_a_draft_to_fill(position, rival):
    request = actions.ask_late(close(position), reason=WHY, language="ko", by=rival)
    assert (request.application.state, request.application.language) == (State.DRAFT, "ko")


@pytest.mark.parametrize("ago", [{"days": 30}, {"hours": -3}])
def test_before_the_deadline_and_long_after_it_nothing_can_be_asked(position, rival, ago):
    with pytest.raises(Refused, match="can no longer be asked for"):
        actions.ask_late(close(position, **ago), reason=WHY, language="en", by=rival)
    assert not Application.objects.exists()


def test_one_asks_once(asked, candidate):
    with pytest.raises(Refused, match="already asked"):
        actions.ask_late(asked.application.position, reason=WHY, language="en", by=candidate)
    assert LateRequest.objects.count() == 1


def test_whoever_has_handed_in_has_nothing_to_ask(submitted, candidate):
    with pytest.raises(Refused, match="handed in"):
        actions.ask_late(close(submitted.position), reason=WHY, language="en", by=candidate)


def test_an_approved_draft_is_handed_in_until_its_own_deadline(asked, hr_officer, candidate):
    application = approved(asked, hr_officer)
    assert tasks.lapse_due() == 0

    handed_in = actions.submit(application, by=candidate)

    assert handed_in.reference
    assert Letter.objects.filter(kind=Kind.LATE_APPROVED, recipient=candidate).count() == 1


def test_the_others_stay_closed_out(asked, hr_officer, rival):
    approved(asked, hr_officer)
    other = factories.complete(factories.application(asked.application.position, rival))
    with pytest.raises(TransitionNotAllowed):
        actions.submit(other, by=rival)
    assert Application.objects.get(pk=other.pk).state == State.DRAFT


def test_after_its_own_deadline_it_lapses(asked, hr_officer):
    application = approved(asked, hr_officer)
    close(application.position, days=30)
    assert tasks.lapse_due() == 0
    Application._base_manager.filter(pk=application.pk).update(late_until=timezone.now() - datetime.timedelta(seconds=1))
    assert tasks.lapse_due() == 1


def test_while_it_waits_for_the_answer_the_draft_stays(asked):
    close(asked.application.position, days=30)
    assert tasks.lapse_due() == 0


def test_a_refusal_is_told_with_its_reason(asked, second_hr_officer, candidate):
    actions.refuse_late(asked, answer="The reason lies before the deadline.", by=second_hr_officer)
    letter = Letter.objects.get(kind=Kind.LATE_REFUSED)
    assert "The reason lies before the deadline." in letter.body and letter.recipient == candidate
    close(asked.application.position, days=30)
    assert tasks.lapse_due() == 1


def test_it_is_decided_once(asked, hr_officer, second_hr_officer):
    approved(asked, hr_officer)
    with pytest.raises(Refused, match="decided meanwhile"):
        actions.refuse_late(asked, answer="Too late for that.", by=second_hr_officer)


@pytest.mark.parametrize("days", [-1, 40])
def test_the_new_deadline_is_near_and_ahead(asked, hr_officer, days):
    with pytest.raises(Refused, match="within 5 working days"):
        actions.approve_late(asked, until=timezone.now() + datetime.timedelta(days=days), answer="Because of this.", by=hr_officer)


@pytest.mark.parametrize("who", ["candidate", "rival", "foreign_hr_officer", "qualification_officer", "superuser"])
def test_only_hr_of_the_department_decides(who, asked, request):
    with pytest.raises(PermissionDenied):
        actions.approve_late(asked, until=tomorrow(), answer="Because of this.", by=request.getfixturevalue(who))


def test_nobody_decides_about_themselves(position, hr_officer):
    own = actions.ask_late(close(position), reason=WHY, language="en", by=hr_officer)
    with pytest.raises(PermissionDenied):
        actions.approve_late(own, until=tomorrow(), answer="Because of this.", by=hr_officer)
    assert not LateRequest.objects.visible_to(hr_officer).exists()


def test_the_page_asks_and_keeps_what_was_typed(client, candidate, position):
    close(position)
    client.force_login(candidate)
    address = reverse("applications:late", args=[position.reference])
    page = client.post(address, {"reason": "too short <b>"}).content.decode()
    assert "Explain in at least 20 characters." in page and "too short &lt;b&gt;" in page
    assert client.post(address, {"reason": WHY}).status_code == 302
    assert "Waiting for a decision" in client.get(address).content.decode()
    assert client.post(address, {"reason": WHY}).status_code == 409


def test_the_post_leads_to_it_after_the_deadline(client, position):
    close(position)
    page = client.get(reverse("positions:detail", args=[position.reference])).content.decode()
    assert reverse("applications:late", args=[position.reference]) in page


def test_the_officer_finds_it_on_the_desk_and_decides_there(client, asked, hr_officer, foreign_hr_officer):
    address = f"/admin/applications/laterequest/{asked.pk}/"
    client.force_login(foreign_hr_officer)
    assert client.get(f"{address}change/").status_code in (302, 404)
    client.force_login(hr_officer)
    assert WHY in client.get(f"{address}change/").content.decode()
    verb = f"{address}do/approve_late/"
    assert "New deadline" in client.get(verb).content.decode()
    local = timezone.localtime(tomorrow())
    told = {"until_0": local.date().isoformat(), "until_1": local.strftime("%H:%M"), "until": local.strftime("%Y-%m-%d %H:%M")}
    assert "Give the reason" in client.post(verb, told).content.decode()
    client.post(verb, {**told, "answer": "Proven by the hospital."})
    assert LateRequest.objects.get().decision == "approved"
    board = client.get("/admin/board/").content.decode()
    assert "1 late submission approved" in board
