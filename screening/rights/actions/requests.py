"""The verbs of requests: ask, fulfil, refuse, escalate; and a copy to take home."""

from io import BytesIO

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from recruitment.accounts.models import User
from recruitment.accounts.roles import Role
from recruitment.audit.actions import record
from recruitment.calendar.queries import add_working_days
from recruitment.core.moving import moving
from recruitment.core.references import allocate
from recruitment.core.refusals import Refused
from recruitment.documents.actions import erase, issue
from recruitment.documents.models import Issued
from recruitment.notifications.actions import notify
from recruitment.notifications.kinds import Kind
from recruitment.policy.queries import value
from screening.applications import actions as applications
from screening.applications.models import Application
from screening.rights.listing import everything, outlook, pack
from screening.rights.models import Request
from screening.rights.permissions import may_answer
from screening.rights.states import Decision, RequestKind

SERIES = "data_request"
COPY = "documents/my_data.html"


def ask(kind: RequestKind, *, statement: str, by: User) -> Request:
    """Enter a request with its number and its day; one of a kind at a time."""
    year, due_on = timezone.localdate().year, add_working_days(timezone.localdate(), value("dsr.answer_working_days")).ends_on
    try:
        with transaction.atomic():
            reference = f"PI-{year}-{allocate(SERIES, year):05d}"
            request = Request.objects.create(reference=reference, person=by, kind=kind, statement=statement, due_on=due_on)
            record("rights.request.ask", request, by=by, data={"kind": kind})
            notify(by, Kind.REQUEST_RECEIVED, about=request, due_on=due_on)
    except IntegrityError:
        raise Refused(_("You have already sent such a request. The answer comes by letter.")) from None
    return request


@transaction.atomic
def fulfil(request: Request, *, answer: str, by: User) -> Request:
    """Do what was asked; a deletion deletes what nothing obliges the portal to keep."""
    request = _decide(request, Decision.FULFILLED, answer=answer, by=by)
    if request.kind == RequestKind.DELETION:
        for application in outlook(request.person)[0]:
            applications.purge(application, by=by)
        for copy in Issued.objects.kept().about(request.person).filter(template=COPY):
            erase(copy, by=by)
    record("rights.request.fulfil", request, by=by)
    notify(request.person, Kind.REQUEST_ANSWERED, about=request, fulfilled=True, answer=answer)
    return request


@transaction.atomic
def refuse(request: Request, *, answer: str, by: User) -> Request:
    """Say no, with the reasons (PIPL Art. 50)."""
    request = _decide(request, Decision.REFUSED, answer=answer, by=by)
    record("rights.request.refuse", request, by=by)
    notify(request.person, Kind.REQUEST_ANSWERED, about=request, fulfilled=False, answer=answer)
    return request


def _decide(request: Request, decision: Decision, *, answer: str, by: User) -> Request:
    if not may_answer(request, by):
        raise PermissionDenied
    with moving(request) as request:
        if request.decision != Decision.OPEN:
            raise Refused(_("This request was answered meanwhile."), subject=request)
        request.decision, request.answer = decision, answer
        request.answered_by, request.answered_at = by, timezone.now()
    return request


@transaction.atomic
def escalate(*, by: User) -> int:
    """One letter to each who answers for personal information, with what has become overdue since the last look."""
    overdue = list(Request.objects.overdue().filter(escalated_at=None).select_for_update())
    for request in overdue:
        record("rights.request.escalate", request, by=by)
    items = [f"{request.reference} · {request.due_on.isoformat()}" for request in overdue]
    for officer in User.objects.with_role(Role.SECURITY_ADMINISTRATOR) if overdue else ():
        notify(officer, Kind.REQUESTS_OVERDUE, about=overdue[0], items=items, number=len(items))
    Request.objects.filter(pk__in=[request.pk for request in overdue]).update(escalated_at=timezone.now())
    return len(overdue)


def read(request: Request, *, by: User) -> None:
    """Somebody opened a request."""
    with transaction.atomic():
        record("rights.request.read", request, by=by)


@transaction.atomic
def copy(*, by: User) -> Issued:
    """Everything about oneself as one paper; the one before is erased."""
    for older in Issued.objects.kept().about(by).filter(template=COPY, owner=by):
        erase(older, by=by)
    with translation.override(by.language):
        parts = [{"title": part.title, "purposes": part.purposes, "records": part.records} for part in everything(by)]
        title = _("My data")
    record("rights.copy.issue", by, by=by)
    return issue(COPY, title=title, language=by.language, context={"parts": parts}, about=by, owner=by, by=by)


def take_parcel(application: Application, *, by: User) -> BytesIO:
    """One's whole application as one file, with a footprint."""
    if application.candidate_id != by.pk:
        raise PermissionDenied
    packed = pack(application)
    with transaction.atomic():
        record("rights.parcel.take", application, by=by)
    return packed
