"""Requests about personal data: each with its clock and its letter, answered by who answers for it, overdue ones brought forward."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from recruitment.audit.models import Entry
from recruitment.calendar.queries import add_working_days
from recruitment.core.refusals import Refused
from recruitment.notifications.kinds import Kind
from recruitment.notifications.models import Letter
from screening.applications import actions as applications
from screening.applications.models import Application, Identity
from screening.applications.states import State
from screening.rights import actions, tasks
from screening.rights.models import Request
from screening.rights.states import Decision, RequestKind

pytestmark = pytest.mark.django_db

WRONG = "My family name is written Mueller in application SH-1; it is Müller."


@pytest.fixture
def asked(candidate):
    return actions.ask(RequestKind.CORRECTION, statement=WRONG, by=candidate)


def test_it_gets_a_number_a_day_and_a_letter(asked, candidate):
    stored = Request.objects.get()
    assert stored.reference.startswith("PI-") and stored.statement == WRONG
    assert stored.due_on == add_working_days(timezone.localdate(), 15).ends_on
    letter = Letter.objects.get(kind=Kind.REQUEST_RECEIVED)
    assert letter.language == "de" and stored.reference in letter.subject
    assert Entry.objects.get(verb="rights.request.ask").data == {"kind": "correction"}


def test_one_of_a_kind_waits_at_a_time(asked, candidate):
    with pytest.raises(Refused, match="already"):
        actions.ask(RequestKind.CORRECTION, statement=WRONG, by=candidate)
    actions.ask(RequestKind.EXPLANATION, statement="Who reads my answers?", by=candidate)
    assert Request.objects.count() == 2


@pytest.mark.parametrize(("verb", "decision"), [(actions.fulfil, Decision.FULFILLED), (actions.refuse, Decision.REFUSED)])
def test_it_is_answered_once_with_reasons(asked, security_administrator, candidate, verb, decision):
    verb(asked, answer="Done by the officer today.", by=security_administrator)
    stored = Request.objects.get()
    assert (stored.decision, stored.answered_by) == (decision, security_administrator)
    letter = Letter.objects.get(kind=Kind.REQUEST_ANSWERED)
    assert "Done by the officer today." in letter.body and letter.recipient == candidate
    with pytest.raises(Refused, match="answered meanwhile"):
        actions.refuse(asked, answer="A second answer.", by=security_administrator)


@pytest.mark.parametrize("who", ["candidate", "rival", "hr_officer", "audit_administrator", "superuser"])
def test_nobody_else_answers(asked, who, request):
    with pytest.raises(PermissionDenied):
        actions.fulfil(asked, answer="Done by somebody.", by=request.getfixturevalue(who))


def test_nobody_answers_their_own(security_administrator):
    own = actions.ask(RequestKind.EXPLANATION, statement="Who reads my answers?", by=security_administrator)
    with pytest.raises(PermissionDenied):
        actions.fulfil(own, answer="I do, myself.", by=security_administrator)


def test_an_overdue_request_is_escalated_once(asked, security_administrator):
    assert tasks.escalate_due() == 0
    Request.objects.update(due_on=timezone.localdate() - datetime.timedelta(days=1))
    assert (tasks.escalate_due(), tasks.escalate_due()) == (1, 0)
    letter = Letter.objects.get(kind=Kind.REQUESTS_OVERDUE)
    assert letter.recipient == security_administrator and asked.reference in letter.body


def test_a_deletion_takes_what_nothing_obliges_to_keep(draft, candidate, security_administrator, a_file, a_pdf_upload):
    paper = applications.attach(draft, "passport", a_pdf_upload, by=candidate).document
    kept = a_file(State.REJECTED)
    asked = actions.ask(RequestKind.DELETION, statement="", by=candidate)

    actions.fulfil(asked, answer="The draft is deleted.", by=security_administrator)

    assert list(Application.objects.all()) == [kept] and Identity.objects.filter(application=kept).exists()
    paper.refresh_from_db()
    assert paper.is_erased and paper.wrapped_key is None


def test_before_asking_one_reads_what_goes_and_what_stays(client, candidate, draft, a_file):
    running = a_file(State.QUALIFIED)
    client.force_login(candidate)
    page = client.get(reverse("rights:ask", args=["deletion"])).content.decode()
    assert "draft application" in page and running.reference in page
    assert "Withdraw the application first" in page and "Article 56" in page


def test_the_page_keeps_what_was_typed_and_sends_it_once(client, candidate):
    client.force_login(candidate)
    address = reverse("rights:ask", args=["correction"])
    page = client.post(address, {"statement": "<b>short"}).content.decode()
    assert "Explain in at least 10 characters." in page and "&lt;b&gt;short" in page
    assert "PI-" in client.post(address, {"statement": WRONG}, follow=True).content.decode()
    assert client.post(address, {"statement": WRONG}).status_code == 409
    assert client.post(reverse("rights:ask", args=["deletion"]), {}).status_code == 200
    assert client.get(reverse("rights:ask", args=["everything"])).status_code == 404


def test_strangers_see_nothing_of_it(client, asked, rival):
    client.force_login(rival)
    assert asked.reference not in client.get(reverse("rights:list")).content.decode()


def test_the_desk_shows_who_what_and_by_when_and_answers(client, asked, security_administrator, hr_officer):
    address = f"/admin/rights/request/{asked.pk}/"
    client.force_login(hr_officer)
    assert client.get(f"{address}change/").status_code == 403
    client.force_login(security_administrator)
    assert asked.reference in client.get("/admin/rights/request/").content.decode()
    assert WRONG in client.get(f"{address}change/").content.decode()
    assert Entry.objects.filter(verb="rights.request.read").count() == 1
    assert "Write the answer." in client.post(f"{address}do/fulfil/", {"answer": ""}).content.decode()
    client.post(f"{address}do/fulfil/", {"answer": "The name is corrected."})
    assert Request.objects.get().decision == Decision.FULFILLED
